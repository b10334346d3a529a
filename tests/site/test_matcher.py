"""The matcher's parts in node, and the one script that the site makes of them."""

import re
import subprocess
from itertools import chain
from pathlib import Path

from generator.site.static import static_files

PARTS = Path(__file__).parents[2] / "site_templates" / "static" / "matcher"


def test_each_part_does_what_it_says() -> None:
    done = subprocess.run(
        ["node", "--test", str(Path(__file__).with_name("matcher.test.js"))],
        check=False,
        capture_output=True,
        text=True,
    )
    assert done.returncode == 0, done.stdout + done.stderr


def test_the_parts_become_one_script_without_names_outside() -> None:
    script = static_files()["assets/search-match.js"].decode()
    assert script.startswith('(function(){"use strict";')
    assert script.endswith("window.qingdanMatch={Index};})();\n")
    names = (
        re.findall(r"^(?:class|function) (\w+)", part.read_text("utf-8"), re.M) for part in PARTS.iterdir()
    )
    for name in chain(*names):
        assert len(re.findall(rf"\b(?:class|function) {name}\b", script)) == 1, name
    assert not [path for path in static_files() if "matcher/" in path]
