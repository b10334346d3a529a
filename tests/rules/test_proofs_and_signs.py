"""Rules about proofs, lists and signs where the catalogue has no sample, and what they must leave unsaid."""

from pathlib import Path

import pytest

from generator.rules.g104_name_patterns import _STAND_IN
from tests.small import certificate, change, checked, told

PROOF = "national/certificates/it.yaml"
BELOW = "hubei/certificates/it.yaml"
INFERRED = certificate("not_needed").replace(
    "verdict: not_needed", "verdict: not_needed\n    reached_by: inferred"
)
SIGN = "kind: plaque\nposition: outside\nusual: generally\nbasis:\n  - {id: notice, source: %s, clause: 第六点}\n"
LIMIT = "name: 只挂1块\nsource: local\ntopic: sign_limits\ntext: 外面只挂1块牌子。\nlimits: {outside_plaques: 1}\n"


def codes(folder: Path, files: dict[str, str], *wanted: str) -> list[str]:
    """Return "place code" of the findings whose code is wanted."""
    lines = [line.rsplit(" ", 1)[0] for line in told(checked(folder, dict(files)))]
    return [line for line in lines if line.endswith(wanted)]


def sign(name: str, source: str = "notice") -> str:
    return f"name: {name}\nsource: {source}\n" + SIGN % source


def listed(polarity: str = "excludes", more: str = "") -> str:
    return (
        f"title: 清单\nkind: certificates\nsource: local\nbodies: [village]\npolarity: {polarity}\ncomplete: true\n"
        f"entries:\n  - {{id: a, as_named: 某, item: certificates/it}}\n{more}"
    )


def test_a_change_that_prohibits_what_was_inferred(tmp_path: Path) -> None:
    below = change("""\
        from: "2022-01-01"
        source: local
        set: {cases: [{id: default, verdict: must_not}]}
        was: {cases: [{id: default, verdict: not_needed}]}
    """)
    assert codes(tmp_path, {PROOF: INFERRED, BELOW: below}, "C103") == [f"{BELOW}:5:42 C103"]


def test_a_change_that_excludes_keeps_the_route_it_inherits(tmp_path: Path) -> None:
    route = INFERRED + "    instead: [{id: card, do: 出示证件}]\n"
    below = change("""\
        from: "2022-01-01"
        source: local
        set: {cases: [{id: default, verdict: must_not, reached_by: listed}]}
        was: {cases: [{id: default, verdict: not_needed, reached_by: inferred}]}
    """)
    assert codes(tmp_path, {PROOF: route, BELOW: below}, "C102", "C103") == []
    assert codes(tmp_path, {PROOF: INFERRED, BELOW: below}, "C102") == [f"{BELOW}:5:42 C102"]


def test_a_form_that_was_withdrawn(tmp_path: Path) -> None:
    form = 'name: 表\nsource: notice\nchanges:\n  - {from: "2022-01-01", source: notice, withdraw: true}\n'
    files = {PROOF: certificate() + "form: forms/sheet\n", "national/forms/sheet.yaml": form}
    assert codes(tmp_path, files, "C111", "C124") == [f"{PROOF}:11:7 C124"]


def test_each_body_may_have_its_own_general_case(tmp_path: Path) -> None:
    both = certificate() + "  - {id: community, for: [community], verdict: unknown}\n"
    assert codes(tmp_path, {PROOF: both}, "C108", "C110") == []


@pytest.mark.parametrize(
    ("verdict", "text", "found"),
    [
        ("may_issue", listed(), True),
        ("unknown", listed(), True),
        ("must_not", listed(), False),
        ("must_not", listed("permits"), True),
        ("unknown", listed("permits"), False),
        ("may_issue", listed(more="demander_view: true\n"), False),
        ("may_issue", listed(more='until: "2023"\n'), False),
        ("may_issue", listed(more='from: "2019-01-01"\n'), False),  # the item begins in 2020
    ],
)
def test_a_list_and_the_directory_of_its_place(tmp_path: Path, verdict: str, text: str, found: bool) -> None:
    files = {PROOF: certificate(verdict), "hubei/lists/l.yaml": text}
    assert codes(tmp_path, files, "C113") == (["hubei/lists/l.yaml:8:32 C113"] if found else [])


def test_a_list_recorded_as_a_conflict_is_not_told_again(tmp_path: Path) -> None:
    below = change("""\
        source: local
        set: {conflicts: [{id: list, source: local, says: 清单写不出}]}
        was_absent: [conflicts.list]
    """)
    files = {PROOF: certificate("may_issue"), BELOW: below, "hubei/lists/l.yaml": listed()}
    assert codes(tmp_path, files, "C113") == []


def test_signs_are_counted_on_the_days_of_the_place(tmp_path: Path) -> None:
    files = {"national/signs/one.yaml": sign("村民委员会标牌"), "hubei/provisions/limit.yaml": LIMIT}
    assert codes(tmp_path, files, "G101") == []
    more = {**files, "hubei/signs/two.yaml": sign("服务站标牌", "local")}
    assert codes(tmp_path, more, "G101") == ["hubei/provisions/limit.yaml:5:27 G101"]
    gone = sign("服务站标牌", "local").replace("generally", "not_allowed")
    assert codes(tmp_path, {**files, "hubei/signs/two.yaml": gone}, "G101") == []


@pytest.mark.parametrize(
    ("pattern", "wrong"),
    [
        ("××村村民委员会", None), ("×××村", None), ("中共××支部委员会", None),
        ("XX村", "XX"), ("ＸＸ村", "ＸＸ"), ("xx村", "xx"),
        ("○○村", "○○"), ("某某村", "某某"), ("×村", "×"), ("**村", "**"),
    ],
)  # fmt: skip
def test_stand_ins(pattern: str, wrong: str | None) -> None:
    found = _STAND_IN.search(pattern)
    assert (found.group() if found else None) == wrong


BY_LAW = certificate("may_issue", source="law").replace(
    "    source: law\n", "    source: law\n    clause: 第一条\n"
)
WITHDRAWN = (
    'from: "2022-01-01"\nsource: local\nwithdraw: true\nwas: {cases: [{id: default, verdict: may_issue}]}\n'
)


@pytest.mark.parametrize(
    ("above", "below", "found"),
    [
        (BY_LAW, WITHDRAWN, True),
        (BY_LAW, WITHDRAWN + "grounds: [law_changed]\n", False),
        (BY_LAW, WITHDRAWN + "replaced_by: [certificates/other]\n", False),
        (certificate("may_issue"), WITHDRAWN, False),  # it rests on a department's notice alone
    ],
)
def test_a_withdrawal_of_what_the_law_lays_down(tmp_path: Path, above: str, below: str, found: bool) -> None:
    files = {
        PROOF: above,
        BELOW: change(below),
        "national/certificates/other.yaml": certificate(name="乙证明"),
    }
    assert codes(tmp_path, files, "C126") == ([f"{BELOW}:5:15 C126"] if found else [])


RENAMED = 'from: "2022-01-01"\nsource: local\nset: {name: 某牌%s}\nwas: {name: 甲标牌}\n'


@pytest.mark.parametrize(
    ("place", "more", "found"),
    [
        ("hubei", "", False),  # the province lays names down
        ("hubei/shiyan", "", True),
        ("hubei/shiyan", ", approval: {level: province, body: 某省}", False),
        ("hubei/shiyan", ", approval: {level: city, body: 某市}", True),
    ],
)
def test_a_name_of_a_sign_changed_below_the_province(
    tmp_path: Path, place: str, more: str, found: bool
) -> None:
    file = f"{place}/signs/one.yaml"
    below = change((RENAMED % more).replace("local", "hubei/local"))
    files = {"national/signs/one.yaml": sign("甲标牌"), file: below}
    assert codes(tmp_path, files, "G118") == ([f"{file}:5:17 G118"] if found else [])


@pytest.mark.parametrize(
    ("source", "more", "found"),
    [("notice", "", True), ("law", "", False), ("notice", "approval: {level: central, body: 某}\n", False)],
)
def test_a_sign_that_only_a_department_wants(tmp_path: Path, source: str, more: str, found: bool) -> None:
    file = "national/signs/one.yaml"
    assert codes(tmp_path, {file: sign("某标牌", source) + more}, "G120") == (
        [f"{file}:5:8 G120"] if found else []
    )
