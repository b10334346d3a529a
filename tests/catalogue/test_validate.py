from pathlib import Path

import pytest

from tests.small import certificate, change, checked, told


def test_four_faults_in_four_files_each_with_its_line_and_the_rest_still_checked(tmp_path: Path) -> None:
    result = checked(
        tmp_path,
        {
            "national/certificates/broken.yaml": "name: 甲\ncases: [\n",
            "national/certificates/unknown.yaml": certificate() + "aliasses: [乙]\n",
            "national/certificates/missing.yaml": certificate(source="gone", name="丙"),
            "national/certificates/february.yaml": certificate(name="丁") + 'from: "2024-02-30"\n',
            "national/certificates/good.yaml": certificate(name="戊"),
        },
    )
    assert told(result) == [
        "national/certificates/broken.yaml:3:1 Y103 error",
        "national/certificates/february.yaml:11:7 D101 error",
        "national/certificates/missing.yaml:2:9 X101 error",
        "national/certificates/missing.yaml:5:13 X101 error",
        "national/certificates/unknown.yaml:11:1 S102 error",
    ]
    assert "certificates/good" in result.catalogue.items
    assert "是不是“aliases”" in result.findings[-1].message.zh


def test_schema_findings_say_what_is_wanted(tmp_path: Path) -> None:
    text = (
        certificate(verdict="forbidden")
        + 'notes: 不是列表\nconflicts:\n  - {id: a, source: notice, says: ""}\n  - {id: b, source: notice}\n'
    )
    result = checked(tmp_path, {"national/certificates/odd.yaml": text})
    assert told(result) == [
        "national/certificates/odd.yaml:9:14 S104 error",
        "national/certificates/odd.yaml:11:8 S101 error",
        "national/certificates/odd.yaml:13:35 S108 error",
        "national/certificates/odd.yaml:14:5 S103 error",
    ]


def test_a_newer_format_is_a_finding(tmp_path: Path) -> None:
    result = checked(tmp_path, {"national/place.yaml": "name: 全国\nlevel: nation\nformat: 3\n"})
    assert "national/place.yaml:3:9 S111 error" in told(result)


def test_an_older_format_is_a_finding_that_names_the_cure(tmp_path: Path) -> None:
    result = checked(tmp_path, {"national/place.yaml": "name: 全国\nlevel: nation\nformat: 1\n"})
    assert "national/place.yaml:3:9 S113 error" in told(result)
    assert "qingdan migrate" in next(f.cure.zh for f in result.findings if f.code == "S113")


def test_the_same_id_twice_in_one_list(tmp_path: Path) -> None:
    text = certificate() + "  - id: default\n    for: [community]\n    verdict: unknown\n"
    assert told(checked(tmp_path, {"national/certificates/twice.yaml": text})) == [
        "national/certificates/twice.yaml:11:9 S110 error"
    ]


def test_a_folder_between_two_places_needs_its_place_file(tmp_path: Path) -> None:
    result = checked(tmp_path, {"hunan/changsha/place.yaml": "name: 长沙市\nlevel: city\n"})
    assert told(result) == ["hunan/place.yaml:1:1 X109 error"]


BELOW = "hubei/certificates/a.yaml"
SMALL = change('from: "2022-01-01"\nsource: local\nset: {name: 乙}\nwas: {name: 某证明}')
BOTH = "没有叫“{}”的字段"


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (SMALL.replace("adjusts", "adjust"), {f"{BELOW}:1:1": "没有叫“adjust”的字段，是不是“adjusts”"}),
        (SMALL.replace("adjusts: national\n", ""), {f"{BELOW}:1:1": "缺少字段“adjusts”"}),
        (SMALL + "name: 乙\n", {f"{BELOW}:7:1": BOTH.format("name")}),
        (
            "adjusts: national\nname: 乙\n",
            {f"{BELOW}:1:1": "缺少字段“changes”", f"{BELOW}:2:1": BOTH.format("name")},
        ),
        (SMALL.replace("national", "[national]"), {f"{BELOW}:1:10": "“adjusts”应当是文字"}),
        (
            certificate(source="local") + "introduces: {name: 丙}\n",
            {f"{BELOW}:11:1": BOTH.format("introduces")},
        ),
    ],
)
def test_a_file_is_told_what_its_own_branch_wants(tmp_path: Path, text: str, wanted: dict[str, str]) -> None:
    files = {"national/certificates/a.yaml": certificate(), BELOW: text}
    found = {str(f.position).removeprefix("catalog/"): f for f in checked(tmp_path, files).findings}
    assert found.keys() == wanted.keys(), [f.message.zh for f in found.values()]
    assert all(found[place].message.zh.startswith(words) for place, words in wanted.items())


def test_a_wrong_entry_of_a_list_is_told_by_the_name_of_the_list(tmp_path: Path) -> None:
    text = certificate("may_issue") + "    issuers: {need: any, of: [mayor]}\n"
    found = checked(tmp_path, {"national/certificates/a.yaml": text}).findings
    assert [f.message.zh for f in found if f.code == "S104"] == ["“of”不能是“mayor”"]
