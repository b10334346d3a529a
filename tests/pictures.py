"""Draw the pictures of the README and look-at-it shots of the built site: `make pictures` (after `make site`)."""

import sys
from pathlib import Path

from tests.browser import launched

ROOT = Path(__file__).parents[1]
SHOTS = {
    "home": ("index.html", 1100, 760, {}),
    "item-phone": ("hubei/certificates/kinship/index.html", 360, 740, {}),
    "province": ("hubei/index.html", 1100, 900, {}),
    "province-phone": ("beijing/index.html", 360, 740, {}),
    "item-dark": ("national/certificates/residence/index.html", 360, 740, {"color_scheme": "dark"}),
    "sign": ("national/signs/villagers-committee/index.html", 1100, 900, {}),
    "source": ("sources/hubei/min-2020-32/index.html", 1100, 900, {}),
}


def main(folder: Path) -> None:
    """Write the pictures into `folder`."""
    folder.mkdir(parents=True, exist_ok=True)
    with launched() as browser:
        for name, (path, width, height, options) in SHOTS.items():
            context = browser.new_context(
                viewport={"width": width, "height": height}, locale="zh-CN", **options
            )
            page = context.new_page()
            page.goto((ROOT / "site" / path).as_uri())
            page.screenshot(path=str(folder / f"{name}.png"))
            context.close()


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT / "docs" / "pictures")
