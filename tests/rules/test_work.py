"""Rules of tasks, forms and mechanisms where a lower place changes an item, and where they keep silent."""

from pathlib import Path

import pytest

from tests.small import change, checked, told

RULED = ("T1", "F1", "M1")
COUNTY = "name: 某县\nlevel: county\n"
ISSUED = (
    'title: 某文件\nkind: local_document\ncopy: primary\nread: full\nissued: "2022-01-01"\nissuers: [{}]\n'
)
TASK = "name: 协助某事\nsource: law\nclause: 第一条\nverdict: assist\nsays: 协助某事。\n"
MUST_NOT = "name: 作为某事的责任主体\nsource: notice\nverdict: must_not\nscope: not_responsible_body\n"
POST = "name: 某员\nsource: notice\nform: post\nrequirement: unknown\nmandate: none_found\nwithin: [other]\n"


def found(tmp_path: Path, files: dict[str, str]) -> list[str]:
    return [line for line in told(checked(tmp_path, files)) if line.split()[1].startswith(RULED)]


def adjusted(tmp_path: Path, kind: str, upper: str, body: str) -> list[str]:
    """Return what is found where 湖北 changes a national item by its document of 2021."""
    return found(tmp_path, {f"national/{kind}/a.yaml": upper, f"hubei/{kind}/a.yaml": change(body)})


def test_a_change_is_judged_with_what_it_inherits(tmp_path: Path) -> None:
    said = adjusted(tmp_path, "tasks", TASK, "source: local\nset: {grade: agent}\nwas_absent: [grade]\n")
    assert said == ["hubei/tasks/a.yaml:4:11 T106 error"]


def test_a_change_of_another_field_says_nothing_of_the_inherited_ones(tmp_path: Path) -> None:
    bare = TASK.replace("says: 协助某事。\n", "")
    said = adjusted(tmp_path, "tasks", bare, "source: local\nset: {topic: 某类}\nwas_absent: [topic]\n")
    assert said == ["national/tasks/a.yaml:4:10 T102 warning"]


def test_a_lower_place_that_requires_what_no_mandate_is_found_for(tmp_path: Path) -> None:
    body = "source: local\nset: {requirement: required}\nwas: {requirement: unknown}\n"
    assert adjusted(tmp_path, "mechanisms", POST, body) == ["hubei/mechanisms/a.yaml:4:24 M101 warning"]


def test_a_local_regulation_may_require_a_mechanism(tmp_path: Path) -> None:
    files = {
        "hubei/sources/rules.yaml": "title: 某条例\nkind: local_regulation\ncopy: primary\nread: full\n",
        "hubei/mechanisms/a.yaml": (
            "name: 某员\nsource: rules\nform: post\nrequirement: required\nmandate: local\nwithin: [other]\n"
            "staffing: {mode: [full_time]}\n"
        ),
    }
    assert found(tmp_path, files) == []
    files["hubei/mechanisms/a.yaml"] = files["hubei/mechanisms/a.yaml"].replace("rules", "local")
    assert [line.split()[1] for line in found(tmp_path, files)] == ["M101", "M104"]


def test_either_way_of_staffing_asks_for_no_full_time_post(tmp_path: Path) -> None:
    text = POST + "staffing: {mode: [full_time, part_time]}\n"
    assert found(tmp_path, {"national/mechanisms/a.yaml": text}) == []


@pytest.mark.parametrize(
    ("issuers", "speaks"),
    [
        ("某县民政局", True),
        ("中共某县委组织部", True),
        ("某县卫生健康委员会", True),
        ("共青团某县委", True),
        ("中共某县委, 某县人民政府", False),
        ("中共某县委员会", False),
        ("某县人民政府办公室", False),
        ("中共某县委办公室", False),
    ],
)
def test_only_the_rulers_of_a_county_may_hand_work_down(tmp_path: Path, issuers: str, speaks: bool) -> None:
    files = {
        "hubei/shiyan/x/place.yaml": COUNTY,
        "hubei/shiyan/x/sources/paper.yaml": ISSUED.format(issuers),
        "hubei/shiyan/x/tasks/a.yaml": TASK.replace("source: law", "source: paper")
        + "process: 交办、办结。\n",
    }
    assert any("T110" in line for line in found(tmp_path, files)) is speaks
    files["hubei/shiyan/x/tasks/a.yaml"] += "approval: {level: county, body: 中共某县委}\n"
    assert found(tmp_path, files) == []


def test_a_township_hands_nothing_down_by_itself(tmp_path: Path) -> None:
    files = {
        "hubei/shiyan/x/place.yaml": "name: 某镇\nlevel: township\n",
        "hubei/shiyan/x/sources/paper.yaml": ISSUED.format("某镇人民政府"),
        "hubei/shiyan/x/tasks/a.yaml": TASK.replace("source: law", "source: paper"),
    }
    codes = [line.split()[1] for line in found(tmp_path, files)]
    assert codes == ["T102", "T110"]  # a county and a township give the course of the work too


def test_the_law_may_have_the_village_pay(tmp_path: Path) -> None:
    basis = "basis:\n  - {id: paid, source: law, clause: 第二条}\nfunding: {bearer: village, basis: [paid]}\n"
    assert found(tmp_path, {"national/tasks/a.yaml": TASK + basis}) == []
    by_notice = basis.replace("source: law", "source: notice")
    assert [line.split()[1] for line in found(tmp_path, {"national/tasks/a.yaml": TASK + by_notice})] == [
        "T109"
    ]


@pytest.mark.parametrize(
    ("says", "speaks"),
    [
        ("村民委员会承担安全生产的主体责任。", True),
        ("以村为责任主体开展整治。", True),
        ("协助乡镇督促企业落实主体责任。", False),
        ("村民委员会不是责任主体，只协助。", False),
        ("责任主体是乡镇人民政府，村里协助。", False),
    ],
)
def test_who_is_made_the_responsible_body(tmp_path: Path, says: str, speaks: bool) -> None:
    text = TASK.replace("says: 协助某事。", f"says: {says}")
    assert [line.split()[1:] for line in found(tmp_path, {"national/tasks/a.yaml": text})] == (
        [["T101", "warning"]] if speaks else []
    )


@pytest.mark.parametrize(
    ("says", "speaks"),
    [("走访要拍照上传。", True), ("不得要求拍照、留痕。", False), ("宣传不拍照也算数。", False)],
)
def test_pictures_asked_for(tmp_path: Path, says: str, speaks: bool) -> None:
    text = TASK.replace("says: 协助某事。", f"says: {says}")
    assert any("T107" in line for line in found(tmp_path, {"national/tasks/a.yaml": text})) is speaks


def test_a_prohibition_names_what_it_leaves_as_it_stands_there(tmp_path: Path) -> None:
    files = {"national/tasks/a.yaml": MUST_NOT + "leaves: [tasks/b]\n", "national/tasks/b.yaml": TASK}
    assert found(tmp_path, files) == []
    files["national/tasks/b.yaml"] = MUST_NOT.replace("某事", "另一事")
    assert found(tmp_path, files) == ["national/tasks/a.yaml:5:10 T119 error"]


def test_a_body_that_is_in_both_needs_no_second(tmp_path: Path) -> None:
    text = TASK + "for: [village, community]\napplies_to: [{}]\n"
    for bodies, codes in {
        "supervision_committee": [],
        "villagers_group, other": [],
        "collective": [],
    }.items():
        assert found(tmp_path, {"national/tasks/a.yaml": text.format(bodies)}) == codes
    said = found(tmp_path, {"national/tasks/a.yaml": text.format("villagers_group")})
    assert said == ["national/tasks/a.yaml:6:6 T111 error"]


def test_a_villager_may_apply_in_an_app(tmp_path: Path) -> None:
    text = "name: 某申请表\nsource: notice\nmedium: [app]\nfiling: application\n"
    assert found(tmp_path, {"national/forms/a.yaml": text}) == []


def test_a_form_prescribed_by_law_needs_no_county(tmp_path: Path) -> None:
    text = "name: 某报表\nsource: law\nclause: 第一条\nfiling: one_off\n"
    assert found(tmp_path, {"national/forms/a.yaml": text}) == []
    text = text.replace("source: law\nclause: 第一条", "source: notice")
    assert found(tmp_path, {"national/forms/a.yaml": text}) == ["national/forms/a.yaml:3:9 F102 warning"]
