from pathlib import Path

import pytest

from tests.small import certificate, checked, told

NO_BASIS = "name: 某证明\nsource: notice\ncases:\n  - {id: default, for: [village], verdict: may_issue}\n"
NO_DEFAULT = certificate().replace("id: default", "id: notarial")
BASIS_ID = certificate().replace("basis: [list]", "basis: [lisst]")

CASES = [
    ("X101", "national/certificates/a.yaml", certificate(source="notise"), ["2:9", "5:13"]),
    ("X102", "national/lists/a.yaml",
     "title: 清单\nkind: certificates\nsource: notice\nbodies: [village]\npolarity: excludes\ncomplete: true\n"
     "entries:\n  - {id: one, as_named: 某, item: certificates/gone}\n", ["8:34"]),
    ("X103", "hubei/certificates/a.yaml", "adjusts: nation\nchanges:\n  - {source: local, set: {name: 甲}}\n",
     ["1:10"]),
    ("X108", "national/certificates/a.yaml", BASIS_ID, ["10:13"]),
    ("B101", "national/certificates/a.yaml", NO_BASIS, ["3:1"]),
    ("C101", "national/certificates/a.yaml", NO_DEFAULT, ["6:1"]),
]  # fmt: skip


@pytest.mark.parametrize(("code", "file", "text", "places"), CASES, ids=[c[0] for c in CASES])
def test_a_bad_sample_is_found_at_its_place(
    tmp_path: Path, code: str, file: str, text: str, places: list[str]
) -> None:
    found = [line for line in told(checked(tmp_path, {file: text})) if f" {code} " in line]
    assert found == [f"{file}:{place} {code} error" for place in places]


def test_f19_the_same_matter_under_another_id(tmp_path: Path) -> None:
    files = {
        "national/certificates/kin.yaml": certificate(name="亲属关系证明"),
        "hubei/certificates/relatives.yaml": certificate("may_issue", "local", name="亲属关系证明"),
    }
    assert told(checked(tmp_path, files)) == ["hubei/certificates/relatives.yaml:1:7 I120 error"]


def test_an_unknown_verdict_may_stand_without_a_basis(tmp_path: Path) -> None:
    text = NO_BASIS.replace("may_issue", "unknown")
    assert told(checked(tmp_path, {"national/certificates/a.yaml": text})) == []


def test_f45_what_follows_from_a_broken_file_is_not_said(tmp_path: Path) -> None:
    files = {
        "national/sources/torn.yaml": "title: [\n",
        "national/certificates/a.yaml": certificate(source="torn"),
        "national/certificates/it.yaml": "name: {\n",
        "hubei/certificates/it.yaml": "adjusts: national\nchanges:\n  - {source: local, set: {name: 甲}}\n",
    }
    assert [line.split()[1] for line in told(checked(tmp_path, files))] == ["Y103", "Y103"]
