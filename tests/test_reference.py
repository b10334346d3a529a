import re
from pathlib import Path

import pytest

from generator.codes import CODES
from generator.reference import PAGES, findings_page

ROOT = Path(__file__).parents[1]


@pytest.mark.parametrize("name", PAGES)
def test_the_reference_pages_are_current(name: str) -> None:
    assert (ROOT / "docs" / name).read_text("utf-8") == PAGES[name](), "run: make docs"


def test_every_code_is_on_the_page_and_in_both_languages() -> None:
    page = findings_page()
    for code, row in CODES.items():
        assert re.search(rf"^\| (?:{code}|\[{code}\]\(rules/\w\.md#[^)]*\)\{{.qd-press\}}) \|", page, re.M)
        assert row.zh and row.en and row.cure_zh and row.cure_en


def test_every_promised_sentence_of_the_fold_has_a_test_and_the_other_way_round() -> None:
    page = (ROOT / "docs" / "fold.md").read_text("utf-8")
    promised = {int(n) for n in re.findall(r"F(\d+)", page)}
    names = [
        name for file in sorted((ROOT / "tests").rglob("test_*.py"))
        for name in re.findall(r"def test_((?:f\d+_)+)", file.read_text("utf-8"))
    ]  # fmt: skip
    tested = {int(n) for name in names for n in re.findall(r"\d+", name)}
    assert promised == tested
    sentences = {*range(1, 9), *range(10, 21), 25, 26, 27, *range(30, 34), *range(40, 47)}
    assert promised == sentences


CHINESE_DOCS = [
    file
    for file in sorted((ROOT / "docs").rglob("*.md"))
    if re.search("^# .*[一-鿿]", file.read_text("utf-8"), re.M)
]


@pytest.mark.parametrize("file", CHINESE_DOCS, ids=lambda file: file.name)
def test_every_chinese_heading_has_an_id_of_its_own(file: Path) -> None:
    prose = re.sub(r"^```.*?^```", "", file.read_text("utf-8"), flags=re.M | re.S)
    headings = re.findall(r"^##+ .*", prose, re.M)
    ids = [re.search(r"\{ #([a-z][a-z0-9-]*) \}$", heading) for heading in headings]
    assert all(ids), [h for h, found in zip(headings, ids, strict=True) if not found]
    names = [found[1] for found in ids if found]
    assert len(names) == len(set(names))


def test_every_section_of_a_template_has_an_id() -> None:
    for file in sorted((ROOT / "site_templates").rglob("*.html")):
        bare = re.findall(r"<h2(?![^>]*\bid=)[^>]*>", file.read_text("utf-8"))
        assert not bare, (file.name, bare)
