"""Every command of the guides does what the guide shows; every frequent finding is found where the guide says."""

import re
from pathlib import Path

import pytest

from generator.check import check_catalogue
from generator.codes import CODES
from tests.guides.run import GUIDES, PLACES, run, sandbox, steps

NAMES = sorted(PLACES)
RESULTS = "check-results.md"


def test_every_guide_with_commands_has_a_sandbox() -> None:
    with_commands = {path.name for path in GUIDES.glob("*.md") if "```console" in path.read_text("utf-8")}
    assert with_commands <= set(PLACES)


@pytest.mark.parametrize("guide", [name for name in NAMES if name != RESULTS])
def test_a_guide_does_what_it_shows(guide: str, tmp_path: Path) -> None:
    assert steps(guide)
    run(guide, tmp_path)


def test_frequent_findings_are_found_where_the_guide_says_and_mended_as_it_says(tmp_path: Path) -> None:
    folder = sandbox(RESULTS, tmp_path)
    text = (GUIDES / RESULTS).read_text("utf-8")
    codes = re.findall(r"^## ([A-Z]\d{3}) ", text, re.M)
    assert set(codes) <= set(CODES)
    sections = dict(zip(codes, re.split(r"^## .*$", text, flags=re.M)[1:], strict=True))
    edited = [code for code in codes if "```diff" in sections[code]]
    for step in steps(RESULTS):
        path = folder / step.file
        right = path.read_text("utf-8")
        assert right.count(step.new) == 1, step
        path.write_text(right.replace(step.new, step.old), "utf-8")
    found = {(f.code, f.position.file) for f in check_catalogue(folder / "catalog", label="catalog").findings}
    for code, step in zip(edited, steps(RESULTS), strict=True):
        assert (code, step.file) in found, code
    assert "C201" in codes and "C201" in (GUIDES / "conflict.md").read_text("utf-8")


def test_guides_name_only_what_exists() -> None:
    for name in NAMES:
        text = (GUIDES / name).read_text("utf-8")
        for target in re.findall(r"\]\(([^)#]+)\)", text):
            assert ((GUIDES / name).parent / target).resolve().exists(), (name, target)
