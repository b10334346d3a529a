"""The matcher's parts in node, and the one script that the site makes of them."""

import subprocess
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
    assert script.startswith('(function () {\n"use strict";\n')
    assert script.endswith("window.qingdanMatch = { Index };\n})();\n")
    for part in PARTS.iterdir():
        code = [line.strip() for line in part.read_text("utf-8").splitlines()]
        assert all(line in script for line in code if line and not line.startswith("//")), part.name
    assert not [path for path in static_files() if "matcher/" in path]
