"""Dates in words: each kind of date says what it is."""

from datetime import date
from pathlib import Path

import pytest

from generator.dates import parse
from generator.field_words import label, say
from generator.resolve import resolve
from generator.resolve.directory import Since
from generator.site.context import Site
from generator.site.trail import history_of, trail_of, upcoming_words
from generator.words import since_words
from tests.small import certificate, change, checked

DAY = date(2024, 6, 1)


@pytest.mark.parametrize(
    ("date", "since", "words"),
    [
        ("2020-12-01", "stated", "自2020年12月1日起"),
        ("2020-12", "in_force", "自2020年12月起施行"),
        ("2020", "issued", "2020年发布"),
        ("2020-12", "reported", "不晚于2020年12月（报道日）"),
        ("2018-01-01", "law_edition", "不晚于2018年1月1日"),
        (None, "undated", "起始日期未载"),
    ],
)
def test_since_when(date: str | None, since: Since, words: str) -> None:
    assert since_words(parse(date) if date else None, since) == words


def test_a_history_says_what_each_step_changed(site: Site) -> None:
    first, second = history_of(site, site.directories["hubei"].items["certificates/kinship"])
    assert (first.place, first.verb, first.changes) == ("全国", "列出", ())
    assert (second.place, second.since, second.reason) == ("湖北省", "自2021年3月起", "省级清单用名")
    assert second.changes == (("名称", "亲属关系证明", "亲属情况证明"),)


OWN_BASIS = """\
from: "2021-03"
source: local
set:
  basis: [{id: own, source: local, clause: 第三条}]
  cases: [{id: default, basis: [own]}]
was:
  cases: [{id: default, basis: [list]}]
was_absent: [basis.own]
"""


def test_a_history_names_a_basis_by_its_document_and_clause(tmp_path: Path) -> None:
    files = {
        "national/certificates/pets.yaml": certificate(name="宠物证明"),
        "hubei/certificates/pets.yaml": change(OWN_BASIS),
    }
    catalogue = checked(tmp_path, files).catalogue
    site = Site(catalogue, {"hubei": resolve(catalogue, "hubei", DAY)}, DAY, {})
    item = site.directories["hubei"].items["certificates/pets"]
    assert history_of(site, item)[1].changes == (
        ("一般情况 · 依据", "《某通知》", "《某省通知》第三条"),
        ("依据", "", "《某省通知》第三条"),
    )
    (basis,) = trail_of(site, item).changed
    assert basis.value == "《某省通知》第三条"


def test_an_announcement_names_a_basis_by_its_document_and_clause(tmp_path: Path) -> None:
    files = {
        "national/certificates/pets.yaml": certificate(name="宠物证明"),
        "hubei/certificates/pets.yaml": change(OWN_BASIS.replace("2021-03", "2025-03")),
    }
    catalogue = checked(tmp_path, files).catalogue
    directory = resolve(catalogue, "hubei", DAY)
    site = Site(catalogue, {"hubei": directory}, DAY, {})
    assert [upcoming_words(site, "hubei", step).changes for step in directory.upcoming] == [
        (("依据", "", "《某省通知》第三条"),),
        (("一般情况 · 依据", "", "《某省通知》第三条"),),
    ]


def test_an_announcement_names_a_basis_that_stands_already(tmp_path: Path) -> None:
    own = """\
        from: "2025-03"
        source: local
        set:
          cases: [{id: sick, when: 病重, for: [village], verdict: must_not, basis: [list]}]
        was_absent: [cases.sick]
        """
    files = {
        "national/certificates/pets.yaml": certificate(name="宠物证明"),
        "hubei/certificates/pets.yaml": change(own),
    }
    catalogue = checked(tmp_path, files).catalogue
    directory = resolve(catalogue, "hubei", DAY)
    (step,) = directory.upcoming
    changes = upcoming_words(Site(catalogue, {"hubei": directory}, DAY, {}), "hubei", step).changes
    assert ("情况（sick） · 依据", "", "《某通知》") in changes


def test_a_trail_names_file_and_line(site: Site) -> None:
    trail = trail_of(site, site.directories["hubei"].items["certificates/kinship"])
    (name,) = trail.changed
    assert (name.label, name.value) == ("名称", "亲属情况证明")
    assert [step.where for step in name.steps] == [
        "catalog/national/certificates/kinship.yaml:1", "catalog/hubei/certificates/kinship.yaml:5",
    ]  # fmt: skip


def test_values_that_nothing_changed_stand_under_the_step_that_gave_them(site: Site) -> None:
    trail = trail_of(site, site.directories["hubei"].items["certificates/kinship"])
    (given,) = trail.given
    assert (given.step.place, given.step.where) == ("全国", "catalog/national/certificates/kinship.yaml")
    assert dict(given.fields)["一般情况"][:2] == (("适用", 8), ("结论", 9))
    assert "依据（list）" in dict(given.fields)


def test_values_in_words() -> None:
    assert say("certificates", "cases.default.for", ["village", "community"]) == "村、社区"
    assert say(
        "certificates", "cases.default.issuers", {"need": "any", "of": ["villagers_committee", "employer"]}
    ) == ("村民委员会或者用人单位")
    assert say("signs", "layouts.a.reference", True) == "是"
    assert (
        label("certificates", "cases.default.instead.show.do") == "一般情况 · 不开证明怎么办（show） · 怎么办"
    )
