"""Draw the pictures of the guides: the pages that a guide's own commands make (`make pictures`)."""

import tempfile
from pathlib import Path

from tests.browser import launched
from tests.guides.run import GUIDES, Step, run, take

# guide: name, page, width, height, what to bring into view.
SHOTS = {
    "publish.md": (
        ("list", "hubei/lists/proofs-excluded-1/index.html", 1000, 760, None),
        ("province-phone", "hubei/index.html", 360, 740, None),
    ),
    "conflict.md": (
        ("conflict-phone", "beijing/certificates/dog-keeping/index.html", 360, 740, "两份文件不一致"),
    ),
}


def draw(folder: Path) -> None:
    """Write every picture into `folder`."""
    folder.mkdir(parents=True, exist_ok=True)
    for guide, shots in SHOTS.items():
        with tempfile.TemporaryDirectory() as name, launched() as browser:
            place = run(guide, Path(name))
            if not (place / "site").is_dir():
                take(Step(command="qingdan build --on 2026-11-25"), place)
            for title, page_file, width, height, seen in shots:
                page = browser.new_page(viewport={"width": width, "height": height}, locale="zh-CN")
                page.goto((place / "site" / page_file).as_uri())
                if seen:
                    page.get_by_text(seen).first.evaluate("node => node.scrollIntoView({block: 'center'})")
                page.screenshot(path=str(folder / f"{title}.png"))
                page.close()


if __name__ == "__main__":
    draw(GUIDES / "pictures")
