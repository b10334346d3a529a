"""Provisions on the pages of the matters they reach (FOLD F27)."""

from datetime import date
from pathlib import Path

import pytest

from generator.check import Checked
from generator.resolve import resolve_tree
from generator.site.context import Site
from generator.site.render import all_pages
from tests.small import certificate, checked

RULE = "name: 规则\nsource: notice\nbasis: [{id: a, source: notice}]\ntopic: names\ntext: 某。\nreaches: {REACH}\n"


def rules(result: Checked) -> str:
    """Return what the province's page of the certificate says of the provisions that reach it."""
    on = date(2024, 1, 1)
    site = Site(result.catalogue, resolve_tree(result.catalogue, on), on, {})
    page = next(page for page in all_pages(site) if page.path == "hubei/certificates/it/index.html")
    return str(page.context["rules"])


@pytest.mark.parametrize(
    ("reach", "shown"),
    [
        ("kinds: [certificates]", True), ("verdicts: [must_not]", True), ("verdicts: [may_issue]", False),
        ("items: [certificates/it]", True), ("kinds: [tasks]", False),
    ],
)  # fmt: skip
def test_f27_a_provision_reaches_by_kind_by_verdict_and_by_name(
    tmp_path: Path, reach: str, shown: bool
) -> None:
    files = {
        "national/certificates/it.yaml": certificate(), "national/provisions/r.yaml": RULE.replace("REACH", reach),
    }  # fmt: skip
    assert ("规则" in rules(checked(tmp_path, files))) is shown


def test_f27_a_transition_that_loosens_is_shown_as_one_with_its_document(tmp_path: Path) -> None:
    rule = RULE.replace("REACH", "kinds: [certificates]")
    files = {"national/certificates/it.yaml": certificate()}
    plain = rules(checked(tmp_path / "a", {**files, "national/provisions/r.yaml": rule}))
    assert "某通知" in plain and "放宽" not in plain and "现阶段" not in plain
    rule = rule.replace("names", "transition") + "loosens: true\nuntil: unstated\n"
    loosening = rules(checked(tmp_path / "b", {**files, "national/provisions/r.yaml": rule}))
    assert "某通知" in loosening
    assert "过渡安排放宽了结论，结论本身不变" in loosening and "现阶段有效，文件没有写到哪一天" in loosening
