"""An application for admission is shown whole: who, when, how long, the four tests, each with its document."""

import re
from datetime import date
from pathlib import Path

from generator.resolve import resolve
from generator.site import Shells
from generator.site.context import Site
from generator.site.proposals import applications, proposals_of
from generator.site.render import render_site
from generator.site.source_pages import _resting_on
from tests.small import BASE, checked

DAY = date(2026, 11, 25)
PROPOSAL = """\
title: 登记表进社区
track: admission
action: add
kind: tasks
item: tasks/register
applicant: 某局
approver: 某工作组
consulted: 40个社区
deadlines:
  - {id: decide, of: 作出决定, days: 15, day_kind: working, from: "2026-07-30", clause: 第四条}
  - {id: appeal, of: 提出异议, days: 5, day_kind: unstated}
tests:
  basis: {met: "yes", says: 法律写了, source: law, clause: 第一条}
  funding: {met: "yes", says: 预算列了}
  use: {met: unstated}
  recognition: {met: "no"}
states:
  - {id: asked, state: proposed, on: "2026-07-01", source: local}
  - {id: decided, state: refused, on: "2026-08-20", source: local, clause: 第三条, says: 社区不赞成}
"""
FILES = {
    **BASE,
    "hubei/sources/law.yaml": "title: 某条例\nkind: local_regulation\ncopy: reprint\nread: part\n",
    "hubei/tasks/register.yaml": (
        'name: 登记\nsource: local\nclause: 第三条\nfrom: "2026-09"\nverdict: assist\nfor: [community]\n'
    ),
    "hubei/proposals/register.yaml": PROPOSAL,
}


def site_of(folder: Path) -> Site:
    found = checked(folder, FILES)
    assert [f.code for f in found.findings if f.severity == "error"] == []
    catalogue = found.catalogue
    return Site(catalogue, {p: resolve(catalogue, p, DAY) for p in catalogue.places}, DAY, {})


def test_every_field_of_a_proposal_is_said(tmp_path: Path) -> None:
    site = site_of(tmp_path)
    (one,) = proposals_of(site, "hubei")
    assert (one.what, one.named) == (
        "准入（上面要加）；增加任务",
        ("登记", "hubei/tasks/register/index.html"),
    )
    words = {fact.label: fact.words for fact in one.facts}
    assert words == {
        "申请单位": "某局", "审批机关": "某工作组", "征求意见": "40个社区",
        "期限：作出决定": "15个工作日，自2026年7月30日起算", "期限：提出异议": "5日（文件未写是工作日还是自然日）",
        "依据": "有：法律写了", "经费保障": "有：预算列了", "实际效用": "文件未写", "村民群众认可": "没有",
    }  # fmt: skip
    (basis,) = [fact for fact in one.facts if fact.label == "依据"]
    assert basis.source is not None
    assert (basis.source.path, basis.clause) == ("sources/hubei/law/index.html", "第一条")
    assert [(stage.label, stage.words, stage.clause) for stage in one.stages] == [
        ("提出", "2026年7月1日", ""), ("不批准", "2026年8月20日：社区不赞成", "第三条"),
    ]  # fmt: skip
    assert one.working_days


def test_the_document_of_a_test_names_the_proposal(tmp_path: Path) -> None:
    site = site_of(tmp_path)
    assert [r.slug for r in _resting_on(site, site.catalogue.sources["hubei/law"])] == ["register"]


def test_the_page_of_the_matter_leads_to_it(tmp_path: Path, shells: Shells) -> None:
    site = site_of(tmp_path)
    path = "hubei/index.html#proposal-register"
    assert applications(site, "hubei", "tasks/register") == (
        ("登记表进社区", "湖北省：不批准（2026年8月20日）", path),
    )
    assert applications(site, "hubei", "tasks/other") == ()
    files = render_site(site.catalogue, site.directories, DAY, shells, site.printed)
    item, place = (files[f"hubei/{name}index.html"].decode() for name in ("tasks/register/", ""))
    assert f'href="../../../{path}">登记表进社区</a>' in item
    assert 'id="proposal-register"' in place
    assert len(re.findall("本站不推算到哪一天", place)) == 1
    assert "sources/hubei/law/index.html" in place
