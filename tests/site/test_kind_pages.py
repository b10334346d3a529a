"""A kind's matters on one page, each line with what it can be chosen by; and what may not be put on a village."""

import re
from dataclasses import replace

import pytest

from generator.site.context import Site
from generator.site.groups import grouped
from generator.site.kind_lines import Line, Section, by_office, department_of, kind_sections
from generator.site.kind_pages import Choice, kind_page
from generator.site.must_not import must_not_path


def sections(site: Site, kind: str) -> dict[str, list[str]]:
    found = kind_page(site, kind, kind_sections(site, kind)).context["sections"]
    assert isinstance(found, tuple)
    return {
        section.code: [line.slug for line in section.lines]
        for section in found
        if isinstance(section, Section)
    }


def lines(site: Site, kind: str) -> dict[str, Line]:
    found = kind_page(site, kind, kind_sections(site, kind)).context["sections"]
    assert isinstance(found, tuple)
    return {line.slug: line for section in found for line in section.lines}


def choices(site: Site, kind: str) -> dict[str, Choice]:
    found = kind_page(site, kind, kind_sections(site, kind)).context["choices"]
    assert isinstance(found, tuple)
    return {choice.key: choice for choice in found}


def test_certificates_stand_by_their_answer_in_the_order_of_the_answers(site: Site) -> None:
    assert sections(site, "certificates") == {
        "may_issue": ["adoption"], "depends": ["mixed"], "must_not": ["kinship", "receipt"], "inferred": ["pets"],
        "unknown": ["silent"],
    }  # fmt: skip


def test_tasks_stand_by_their_verdict(site: Site) -> None:
    assert sections(site, "tasks") == {"statutory": ["report"], "must_not": ["demolition", "land"]}


def test_a_line_has_its_offices_laws_and_places(site: Site) -> None:
    report = lines(site, "tasks")["report"]
    assert (report.offices, report.laws, report.places) == (("公安机关", "民政部门"), ("national/law",), ())
    local = lines(site, "tasks")["land"]
    assert (local.whose, local.path) == ("湖北", "hubei/tasks/land/index.html")
    assert lines(site, "certificates")["kinship"].places == ("hubei",)


def test_a_choice_offers_what_lines_have(site: Site) -> None:
    assert choices(site, "tasks")["v"].options == (("statutory", "依法应当做"), ("must_not", "不得承担"))
    assert choices(site, "tasks")["d"].options == (("公安机关", "公安机关"), ("民政部门", "民政部门"))
    # One law, one place: nothing to choose.
    assert set(choices(site, "tasks")) == {"v", "d"}


@pytest.mark.parametrize(
    ("name", "other"),
    [
        ("公安", "公安机关"),
        ("民政", "民政部门"),
        ("农业农村部门", "农业农村主管部门"),
        ("文物行政部门", "文物行政主管部门"),
        ("司法行政机关", "司法行政部门"),
    ],
)
def test_two_writings_of_one_department(name: str, other: str) -> None:
    assert department_of(name) == department_of(other)


@pytest.mark.parametrize(
    ("name", "other"),
    [
        ("司法机关", "司法行政部门"),  # courts and procuratorates are 司法机关 too
        ("农业农村部门", "县级农业农村部门"),
        ("卫生行政主管部门", "卫生健康部门"),
        ("有关部门", "有关主管部门"),
        ("监察机关", "监察"),
    ],
)
def test_what_may_be_two_offices_stays_two(name: str, other: str) -> None:
    assert department_of(name) != department_of(other)


def test_a_department_is_one_choice_however_documents_write_it(site: Site) -> None:
    section = kind_sections(site, "tasks")[0]
    (line,) = section.lines
    written = [replace(line, offices=offices) for offices in (("公安",), ("公安机关",), ("公安机关", "民政"))]
    police, civil = by_office(written)
    assert (police.name, police.also, police.lines) == ("公安机关", ("公安",), written)
    assert (civil.name, civil.also, civil.lines) == ("民政", (), written[2:])
    page = kind_page(site, "tasks", (replace(section, lines=tuple(written)),))
    assert page.context["position"] == {"d": {"公安机关": 1, "民政": 2, "公安": 1}}


def test_the_words_of_each_group_come_from_the_schema(site: Site) -> None:
    groups = grouped("signs", site.directories["national"].of_kind("signs"))
    assert [(group.code, group.heading, group.verdict) for group in groups] == [("outside", "外部", None)]


def test_a_matter_that_no_document_puts_in_a_group_is_not_of_another(site: Site) -> None:
    (sign,) = site.directories["national"].of_kind("signs")
    values = {path: value for path, value in sign.values.items() if path != "position"}
    (group,) = grouped("signs", [replace(sign, values=values)])
    assert (group.code, group.heading) == ("other", "文件没有写哪一类")


def test_a_kind_without_matters_says_so(files: dict[str, bytes]) -> None:
    assert "没有收集到设施。" in files["national/facilities/index.html"].decode()


def test_what_may_not_be_put_on_a_village_is_one_page(files: dict[str, bytes]) -> None:
    page = re.sub(r"<[^>]+>|\s", "", files["national/must-not/index.html"].decode())
    assert "不得派给村里的事全国，1项" in page
    assert (
        "不作责任主体1项" in page
        and "作为拆迁的责任主体（村）拆迁由机关负责。例外：无《某通知》第一条" in page
    )


def test_a_place_that_refuses_more_has_its_own_page(site: Site, files: dict[str, bytes]) -> None:
    page = re.sub(r"<[^>]+>|\s", "", files["hubei/must-not/index.html"].decode())
    assert "湖北省，2项" in page
    assert must_not_path(site, "henan") == "national/must-not/index.html"
    assert must_not_path(site, "hubei/shiyan") == "hubei/must-not/index.html"
    assert "henan/must-not/index.html" not in files


def test_a_line_names_its_choices_by_their_positions(files: dict[str, bytes]) -> None:
    page = files["national/tasks/index.html"].decode()
    assert '<option value="公安机关">' in page
    assert '<li data-d="1 2"><a href="report/index.html">报告侵害未成年人的事</a></li>' in page


def test_offices_and_laws_have_a_page_that_needs_no_script(files: dict[str, bytes]) -> None:
    page = files["national/browse/tasks/index.html"].decode()
    office = page.split("民政部门 <small>1项</small></dt>")[1].split("</dd>")[0]
    assert 'href="../../../national/tasks/report/index.html">报告侵害未成年人的事</a>' in office
    assert "sources/national/law/index.html" in page
    assert "national/browse/facilities/index.html" not in files


def test_the_nations_page_counts_what_the_pages_of_the_kinds_list(files: dict[str, bytes]) -> None:
    page = files["national/index.html"].decode()
    assert 'href="../national/tasks/index.html#must_not">不得承担</a> 1项' in page
    assert "作为拆迁的责任主体" not in page


def test_a_province_lists_its_own_and_counts_what_it_inherits(files: dict[str, bytes]) -> None:
    tasks = files["hubei/index.html"].decode().split('<h2 id="tasks">')[1].split("<h2")[0]
    assert "作为征地的责任主体" in tasks and "作为拆迁的责任主体" not in tasks
    assert "沿用全国的：" in tasks
    assert 'href="../national/tasks/index.html#statutory">依法应当做</a> 1项' in tasks


def test_documents_stand_on_a_page_for_each_province(files: dict[str, bytes]) -> None:
    front = files["sources/index.html"].decode()
    assert (
        '<li id="hubei"><a class="qd-press" href="../sources/hubei/index.html">湖北省</a> 1份</li>' in front
    )
    assert "henan" not in front.split("<main")[1]
    assert "sources/national/opinion/index.html" in files["sources/national/index.html"].decode()
