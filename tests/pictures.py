"""Draw the pictures of README and guides (`make pictures`, after `make site`); with a folder, shots to look at."""

import sys
from pathlib import Path

from tests.browser import launched

ROOT = Path(__file__).parents[1]
# Those that docs/ shows: a phone's screen each.
GUIDE = {
    "ask-home": ("index.html", 360, 700, {}),
    "ask-item": ("hubei/certificates/kinship/index.html", 360, 700, {}),
    "card": ("national/certificates/proof-of-life/card/index.html", 360, 760, {}),
    "must-not": ("national/must-not/index.html", 360, 700, {}),
    "city-page": ("guangdong/zhuhai/index.html", 360, 740, {}),
    "sign-page": ("national/signs/villagers-committee/index.html#layouts", 360, 700, {}),
}
SHOTS = {
    **GUIDE,
    "home": ("index.html", 1100, 700, {}),
    "item-phone": ("hubei/certificates/kinship/index.html", 360, 740, {}),
    "province": ("hubei/index.html", 1100, 900, {}),
    "province-phone": ("beijing/index.html", 360, 740, {}),
    "item-dark": ("national/certificates/residence/index.html", 360, 740, {"color_scheme": "dark"}),
    "task-phone": ("national/tasks/work-safety-responsibility/index.html", 360, 740, {}),
    "task": ("national/tasks/report-child-harm/index.html", 1100, 900, {}),
    "mechanism": ("national/mechanisms/supervision-committee/index.html", 1100, 900, {}),
    "form": ("national/forms/homestead-application/index.html", 1100, 900, {}),
    "tasks": ("national/tasks/index.html", 1100, 900, {}),
    "nation": ("national/index.html", 1100, 900, {}),
    "city": ("sichuan/luzhou/gulin/index.html", 360, 740, {}),
    "conflict-phone": ("beijing/certificates/dog-keeping/index.html", 360, 740, {}),
    "list": ("guangxi/lists/autonomy-tasks/index.html", 1100, 900, {}),
    "sign": ("national/signs/villagers-committee/index.html", 1100, 900, {}),
    "source": ("sources/hubei/min-2020-32/index.html", 1100, 900, {}),
}


def main(folder: Path, names: tuple[str, ...]) -> None:
    """Write the named pictures into `folder`."""
    folder.mkdir(parents=True, exist_ok=True)
    with launched() as browser:
        for name in names:
            path, width, height, options = SHOTS[name]
            context = browser.new_context(
                viewport={"width": width, "height": height}, locale="zh-CN", **options
            )
            page = context.new_page()
            page.goto(f"{(ROOT / 'site').as_uri()}/{path}")
            if name == "home":
                page.locator("input[name=q]").first.fill("亲属")
                page.locator(".qd-results a").first.wait_for()
            page.screenshot(path=str(folder / f"{name}.png"))
            context.close()


if __name__ == "__main__":
    if len(sys.argv) > 1:
        main(Path(sys.argv[1]), tuple(SHOTS))
    else:
        main(ROOT / "docs" / "pictures", ("home", *GUIDE))
