"""What a place below may change, on each day: the clauses that the other tests leave (FOLD F13 to F16, F25 to F27)."""

from datetime import date
from itertools import product
from pathlib import Path

import pytest

from tests.resolve.asking import BELOW, FILE, HUNAN, ITEM, VERDICT, directory, fates, told, value
from tests.small import certificate, change, checked
from tests.small import told as small_told

CITY = "hubei/shiyan/certificates/it.yaml"
RENAMED = change('from: "2022-01-01"\nsource: local\nset: {name: 省名}\nwas: {name: 某证明}')


def changes(*lines: str) -> str:
    return "changes:\n" + "".join(f"  - {{{line}}}\n" for line in lines)


def set_verdict(verdict: str, day: str, more: str = "") -> str:
    return f'from: "{day}", source: notice, set: {{cases: [{{id: default, verdict: {verdict}}}]}}{more}'


def verdict_below(
    new: str, old: str, day: str = "2022-01-01", source: str = "local", adjusts: str = "national"
) -> str:
    return change(
        f'from: "{day}"\nsource: {source}\nset: {{cases: [{{id: default, verdict: {new}}}]}}\n'
        f"was: {{cases: [{{id: default, verdict: {old}}}]}}",
        adjusts,
    )


def test_f13_was_leaves_out_later_steps_of_the_same_place_and_of_places_below(tmp_path: Path) -> None:
    later = '  - {from: "2023-01-01", source: local, set: {name: 省新名}, was: {name: 省名}}\n'
    city = change('from: "2021-06-01"\nsource: hubei/local\nset: {name: 市名}\nwas: {name: 某证明}')
    result = checked(tmp_path, {FILE: certificate(), BELOW: RENAMED + later, CITY: city})
    assert [line for line in told(result) if BELOW in line] == []
    swapped = RENAMED + later.replace("was: {name: 省名}", "was: {name: 某证明}")
    found = told(checked(tmp_path / "b", {FILE: certificate(), BELOW: swapped}))
    assert [line.split()[1] for line in found] == ["I104"]


def test_f13_an_announced_day_is_looked_at_too(tmp_path: Path) -> None:
    upper = certificate() + changes('from: "2090-01-01", source: notice, set: {name: 国家新名}')
    result = checked(tmp_path, {FILE: upper, BELOW: RENAMED})
    assert told(result) == [f"{BELOW}:5:17 I105 warning"]
    said = next(f for f in result.findings if f.code == "I105").message.zh
    assert said.startswith("全国后来（2090-01-01）") and "本地" in said


@pytest.mark.parametrize(
    ("kept", "codes"),
    [
        ('from: "2024-02-01", source: local, keep: [name], inherited: {name: 国家新名}', []),
        ('from: "2024-02-01", reason: 甲, keep: [name], inherited: {name: 别的}', ["I105"]),
        ('from: "2021-06-01", reason: 甲, keep: [name], inherited: {name: 国家新名}', ["I105"]),
        ('from: "2024-02-01", reason: 甲, keep: [asked_by], inherited: {name: 国家新名}', ["I105"]),
    ],
)
def test_f13_only_a_later_keep_of_the_field_with_its_new_value_reaffirms(
    tmp_path: Path, kept: str, codes: list[str]
) -> None:
    upper = certificate() + changes('from: "2024-01-01", source: notice, set: {name: 国家新名}')
    found = told(checked(tmp_path, {FILE: upper, BELOW: f"{RENAMED}  - {{{kept}}}\n"}))
    assert [line.split()[1] for line in found if "I105" in line] == codes


def test_f13_a_keep_is_over_when_the_value_moves_again(tmp_path: Path) -> None:
    upper = certificate() + changes(
        'from: "2024-01-01", source: notice, set: {name: 国家新名}',
        'from: "2025-01-01", source: notice, set: {name: 又一新名}',
    )
    kept = RENAMED + '  - {from: "2024-02-01", reason: 甲, keep: [name], inherited: {name: 国家新名}}\n'
    assert told(checked(tmp_path, {FILE: upper, BELOW: kept})) == [f"{BELOW}:5:17 I105 warning"]


MECHANISM = "name: 某组织\nsource: notice\nbasis: [{id: a, source: notice}]\n"
MECHANISM += "requirement: required\nmandate: department\n"


def test_f13_of_what_has_no_cases_a_withdrawal_says_the_name(tmp_path: Path) -> None:
    files = {"national/mechanisms/m.yaml": MECHANISM}
    gone = 'from: "2022-01-01"\nsource: local\nwithdraw: true\n'
    for number, (was, codes) in enumerate(
        (("was: {name: 某组织}", []), ("", ["I103"]), ("was: {name: 甲}", ["I104"]))
    ):
        result = checked(tmp_path / str(number), {**files, "hubei/mechanisms/m.yaml": change(gone + was)})
        assert [line.split()[1] for line in told(result)] == codes
        assert "mechanisms/m" in directory(result, "hubei", "2023-01-01").withdrawn or codes == ["I103"]


def test_f14_a_value_is_looser_only_as_long_as_the_upper_one_is_stricter(tmp_path: Path) -> None:
    upper = certificate("may_issue") + changes(set_verdict("must_not", "2024-01-01", ', until: "2025-01-01"'))
    below = verdict_below("not_needed", "may_issue")
    result = checked(tmp_path, {FILE: upper, BELOW: below})
    assert [value(result, "hubei", f"{y}-06-01") for y in (2023, 2024, 2025)] == [
        "not_needed", "must_not", "not_needed",
    ]  # fmt: skip
    assert [line.split()[1:] for line in told(result)] == [["I107", "warning"]]


def test_f14_a_value_that_becomes_equal_is_converged_and_a_warning(tmp_path: Path) -> None:
    upper = certificate("may_issue") + changes(set_verdict("not_needed", "2024-01-01"))
    result = checked(tmp_path, {FILE: upper, BELOW: verdict_below("not_needed", "may_issue")})
    assert [line.split()[1:] for line in told(result)] == [["I112", "warning"]]
    assert fates(result, "hubei", "2024-06-01")[-1] == "converged"


def test_f14_what_comes_to_rest_on_law_locks_what_a_place_below_had_said(tmp_path: Path) -> None:
    upper = certificate("may_issue") + changes(
        'from: "2024-01-01", source: notice, set: {basis: [{id: list, source: law}]}'
    )
    result = checked(tmp_path, {FILE: upper, BELOW: verdict_below("not_needed", "may_issue")})
    assert [value(result, "hubei", f"{y}-06-01") for y in (2023, 2024)] == ["not_needed", "may_issue"]
    assert [line.split()[1:] for line in told(result)] == [["I107", "warning"]]


def test_f14_a_lapse_above_suspends_the_steps_below(tmp_path: Path) -> None:
    upper = (
        certificate("unknown")
        + 'until: "2024-01-01"\n'
        + changes('from: "2025-01-01", continue: {source: law}')
    )
    result = checked(tmp_path, {FILE: upper, BELOW: RENAMED})
    assert told(result) == [f"{BELOW}:3:5 I117 warning"]
    assert [value(result, "hubei", f"{y}-06-01", "name") for y in (2023, 2024, 2025)] == [
        "省名",
        None,
        "省名",
    ]
    step = directory(result, "hubei", "2024-06-01").withdrawn[ITEM].item.history[-1]
    assert (step.place, step.fate) == ("hubei", "suspended")


def test_f14_what_an_ancestor_does_between_is_never_an_error_and_the_middle_place_counts(
    tmp_path: Path,
) -> None:
    province = verdict_below("must_not", "may_issue", "2024-01-01")
    city = verdict_below("not_needed", "may_issue", "2022-06-01", "hubei/local")
    result = checked(tmp_path, {FILE: certificate("may_issue"), BELOW: province, CITY: city})
    assert [line.split()[1:] for line in told(result)] == [["I107", "warning"]]
    assert value(result, "hubei/shiyan", "2024-06-01") == "must_not"


def test_f14_f15_an_equal_value_is_a_warning_where_was_does_not_hold(tmp_path: Path) -> None:
    below = change('from: "2022-01-01"\nsource: local\nset: {name: 某证明}\nwas: {name: 旧名}')
    result = checked(tmp_path, {FILE: certificate(), BELOW: below})
    assert sorted(line.split()[1:] for line in told(result)) == [["I102", "warning"], ["I104", "warning"]]
    assert fates(result, "hubei", "2023-01-01", "name") == ["applied", "converged"]


def test_f14_adding_and_removing_are_governed_too(tmp_path: Path) -> None:
    text = certificate(more="exceptions: [other]\n")
    for number, verb in enumerate(("add: {exceptions: [more]}", "remove: {exceptions: [other]}")):
        below = change(f'from: "2022-01-01"\nsource: local\n{verb}\nwas: {{exceptions: [other]}}')
        result = checked(tmp_path / str(number), {FILE: text, BELOW: below})
        assert value(result, "hubei", "2023-01-01", "exceptions") == ["other"]
        assert {line.split()[2] for line in told(result) if BELOW in line} == {"error"}


def test_f14_a_keyed_entry_taken_away_is_governed_too(tmp_path: Path) -> None:
    two = "  - {id: two, for: [village], when: 特殊, verdict: must_not}\n"
    below = change(
        'from: "2022-01-01"\nsource: local\nunset: [cases.two]\n'
        "was: {cases: [{id: two, for: [village], when: 特殊, verdict: must_not}]}"
    )
    result = checked(tmp_path, {FILE: certificate("unknown") + two, BELOW: below})
    assert value(result, "hubei", "2023-01-01", "cases.two.verdict") == "must_not"
    assert {line.split()[2] for line in told(result)} == {"error"}


def test_f15_keep_and_continue_are_not_without_effect(tmp_path: Path) -> None:
    text = certificate() + changes('from: "2022-01-01", continue: {source: law}')
    kept = change('from: "2022-01-01"\nreason: 甲\nkeep: [name]\ninherited: {name: 某证明}')
    assert told(checked(tmp_path, {FILE: text, BELOW: kept})) == []


def test_f15_each_field_without_effect_is_told_where_it_stands(tmp_path: Path) -> None:
    below = change(
        'from: "2022-01-01"\nsource: local\nset: {name: 省名, asked_by: [银行]}\nwas: {name: 某证明, asked_by: [银行]}'
    )
    found = told(checked(tmp_path, {FILE: certificate(more="asked_by: [银行]\n"), BELOW: below}))
    assert found == [f"{BELOW}:5:31 I102 error"]


def test_f16_to_cancel_a_proof_is_to_set_its_verdict(tmp_path: Path) -> None:
    below = verdict_below("must_not", "may_issue")
    result = checked(tmp_path, {FILE: certificate("may_issue"), BELOW: below})
    assert told(result) == []
    assert ITEM in directory(result, "hubei", "2023-01-01").items


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        (
            "tasks",
            "name: 某任务\nsource: notice\nbasis: [{id: a, source: notice}]\nverdict: must_not\nsays: 某\n",
        ),
        ("mechanisms", MECHANISM.replace("required", "not_allowed")),
    ],
)
def test_f16_what_is_excluded_of_any_kind_is_not_withdrawn_below(
    tmp_path: Path, kind: str, text: str
) -> None:
    name = text.partition("\n")[0].removeprefix("name: ")
    gone = change(f'from: "2022-01-01"\nsource: local\nwithdraw: true\nwas: {{name: {name}}}')
    result = checked(tmp_path, {f"national/{kind}/x.yaml": text, f"hubei/{kind}/x.yaml": gone})
    assert [line.split()[1:] for line in told(result)] == [["C201", "error"]]
    assert f"{kind}/x" in directory(result, "hubei", "2023-01-01").items


def test_f16_an_excluded_case_that_is_not_the_default_keeps_the_item_too(tmp_path: Path) -> None:
    two = "  - {id: two, for: [village], when: 特殊, verdict: must_not}\n"
    gone = change(
        'from: "2022-01-01"\nsource: local\nwithdraw: true\n'
        "was: {cases: [{id: default, verdict: unknown}, {id: two, verdict: must_not}]}"
    )
    found = told(checked(tmp_path, {FILE: certificate("unknown") + two, BELOW: gone}))
    assert [line.split()[1:] for line in found] == [["C201", "error"]]


def test_f16_a_withdrawal_gives_way_when_the_upper_level_excludes_later(tmp_path: Path) -> None:
    upper = certificate("unknown") + changes(set_verdict("must_not", "2024-01-01"))
    gone = change(
        'from: "2022-01-01"\nsource: local\nwithdraw: true\nwas: {cases: [{id: default, verdict: unknown}]}'
    )
    result = checked(tmp_path, {FILE: upper, BELOW: gone})
    assert ITEM in directory(result, "hubei", "2023-06-01").withdrawn
    assert value(result, "hubei", "2024-06-01") == "must_not"
    assert [line.split()[1:] for line in told(result)] == [["I117", "warning"]]


VERDICTS = ("must_issue", "may_issue", "may_refuse", "not_needed", "must_not", "unknown")
ALLOWED = {(old, new) for old in VERDICTS[:3] for new in ("not_needed", "must_not")} | {
    ("not_needed", "must_not")
}


@pytest.mark.parametrize(
    ("old", "new"), [pair for pair in product(VERDICTS[:5], VERDICTS) if pair[0] != pair[1]]
)
def test_f26_every_move_that_is_not_named_is_an_error(tmp_path: Path, old: str, new: str) -> None:
    result = checked(tmp_path, {FILE: certificate(old), BELOW: verdict_below(new, old)})
    errors = [line for line in told(result) if line.endswith("C201 error")]
    assert errors == ([] if (old, new) in ALLOWED else [f"{BELOW}:5:42 C201 error"])


@pytest.mark.parametrize(
    ("kind", "locked"),
    [
        ("law", True), ("administrative_regulation", True), ("state_council_decision", True),
        ("department_rule", False), ("department_document", False), ("central_document", False),
        ("local_regulation", False), ("judicial_interpretation", False),
    ],
)  # fmt: skip
def test_f26_the_rank_of_a_basis_comes_from_the_kind_of_its_source(
    tmp_path: Path, kind: str, locked: bool
) -> None:
    source = f'title: 某件\nkind: {kind}\ncopy: primary\nread: full\nissued: "2019-01-01"\n'
    files = {FILE: certificate("may_issue", "s"), BELOW: verdict_below("not_needed", "may_issue")}
    found = told(checked(tmp_path, {**files, "national/sources/s.yaml": source}))
    assert ("C201" in {line.split()[1] for line in found}) is locked, found


@pytest.mark.parametrize(
    ("default", "new", "named", "allowed"),
    [
        ("must_not", "must_not", False, True), ("must_not", "may_issue", False, False),
        ("must_not", "may_issue", True, True), ("not_needed", "may_issue", False, False),
        ("may_issue", "must_not", False, True), ("may_issue", "may_issue", False, True),
        ("may_issue", "must_issue", False, False), ("may_issue", "must_issue", True, True),
    ],
)  # fmt: skip
def test_f26_a_new_case_below_is_judged_against_the_default(
    tmp_path: Path, default: str, new: str, named: bool, allowed: bool
) -> None:
    text = certificate(default) + ("exceptions: [two]\n" if named else "")
    below = change(
        'from: "2022-01-01"\nsource: local\n'
        f"set: {{cases: [{{id: two, for: [village], when: 特殊, verdict: {new}, basis: [own]}}], "
        "basis: [{id: own, source: local}]}\nwas_absent: [cases.two, basis.own]"
    )
    result = checked(tmp_path, {FILE: text, BELOW: below})
    assert [line.split()[1:] for line in told(result)] == ([] if allowed else [["C201", "error"]])


def test_f26_a_new_case_of_a_default_that_rests_on_law_is_locked(tmp_path: Path) -> None:
    below = change(
        'from: "2022-01-01"\nsource: local\nset: {cases: [{id: two, for: [village], when: 特殊, verdict: must_not}]}\n'
        "was_absent: [cases.two]"
    )
    found = told(checked(tmp_path, {FILE: certificate("may_issue", "law"), BELOW: below}))
    assert [line.split()[1:] for line in found] == [["C201", "error"]]


RULE = "name: 不得改名\nsource: notice\nbasis: [{id: a, source: notice}]\ntopic: powers\ntext: 名称由全国统一。\n"
RULE += "powers: [{id: p, kind: certificates, verbs: [set], levels: [LEVEL], fields: [name]}]\n"


def test_f27_powers_that_come_later_suspend_with_a_warning(tmp_path: Path) -> None:
    rule = RULE.replace("LEVEL", "province") + 'from: "2024-01-01"\n'
    result = checked(tmp_path, {FILE: certificate(), BELOW: RENAMED, "national/provisions/p.yaml": rule})
    assert [value(result, "hubei", f"{y}-06-01", "name") for y in (2023, 2024)] == ["省名", "某证明"]
    assert [line.split()[1:] for line in told(result)] == [["I107", "warning"]]


def test_f27_powers_already_in_force_are_an_error_and_reach_only_their_levels(tmp_path: Path) -> None:
    city = change('from: "2023-01-01"\nsource: hubei/local\nset: {name: 市名}\nwas: {name: 某证明}')
    for level, told_of in (("province", BELOW), ("city", CITY)):
        below = {BELOW: RENAMED} if level == "province" else {CITY: city, BELOW: change(
            'from: "2022-01-01"\nsource: local\nset: {asked_by: [银行]}\nwas_absent: [asked_by]')}  # fmt: skip
        files = {FILE: certificate(), "national/provisions/p.yaml": RULE.replace("LEVEL", level), **below}
        assert told(checked(tmp_path / level, files)) == [f"{told_of}:5:17 I106 error"]


def test_f27_powers_of_one_place_do_not_reach_its_neighbours(tmp_path: Path) -> None:
    rule = RULE.replace("LEVEL", "city").replace("notice", "local")
    xiang = {"hunan/changsha/place.yaml": "name: 长沙市\nlevel: city\n", **HUNAN}
    named = change('from: "2022-01-01"\nsource: national/notice\nset: {name: 市名}\nwas: {name: 某证明}')
    files = {FILE: certificate(), "hubei/provisions/p.yaml": rule, **xiang,
             "hunan/changsha/certificates/it.yaml": named, CITY: named}  # fmt: skip
    assert told(checked(tmp_path, files)) == [f"{CITY}:5:17 I106 error"]


def test_f27_a_provision_never_changes_a_verdict(tmp_path: Path) -> None:
    rule = "name: 过渡\nsource: notice\nuntil: unstated\ntopic: transition\ntext: 现阶段可以据实出具。\n"
    rule += "loosens: true\nreaches: {kinds: [certificates]}\n"
    bare, ruled = (
        checked(tmp_path / name, {FILE: certificate(), **more})
        for name, more in (("a", {}), ("b", {"national/provisions/t.yaml": rule}))
    )
    assert (
        value(bare, "hubei", "2024-01-01", VERDICT)
        == value(ruled, "hubei", "2024-01-01", VERDICT)
        == "must_not"
    )


def test_f33_a_change_of_level_is_a_day_on_which_below_is_judged_again(tmp_path: Path) -> None:
    place = 'name: 十堰市\nlevel: city\nchanges:\n  - {from: "2025-01-01", source: hubei/local, set: {level: county}}\n'
    city = change('from: "2022-01-01"\nsource: hubei/local\nset: {name: 市名}\nwas: {name: 某证明}')
    files = {FILE: certificate(), "national/provisions/p.yaml": RULE.replace("LEVEL", "county"), CITY: city}
    result = checked(tmp_path, {**files, "hubei/shiyan/place.yaml": place})
    assert [value(result, "hubei/shiyan", d, "name") for d in ("2024-12-31", "2025-01-01")] == [
        "市名",
        "某证明",
    ]
    assert told(result) == [f"{CITY}:5:17 I107 warning"]
    assert directory(result, "hubei/shiyan", "2024-06-01").changes_next == date(2025, 1, 1)


def test_f25_default_has_no_when(tmp_path: Path) -> None:
    text = certificate().replace("    verdict: must_not\n", "    when: 特殊\n    verdict: must_not\n")
    found = small_told(checked(tmp_path, {FILE: text}))
    assert "error" in {line.split()[2] for line in found}


def test_f25_cases_must_have_a_default(tmp_path: Path) -> None:
    text = certificate().replace("id: default", "id: other")
    assert "error" in {line.split()[2] for line in small_told(checked(tmp_path, {FILE: text}))}


def test_f30_a_list_maps_to_one_matter_an_entry_and_a_catch_all_to_none(tmp_path: Path) -> None:
    listed = (
        "title: 清单\nkind: certificates\nsource: local\nbodies: [village]\npolarity: permits\ncomplete: true\n"
        "entries:\n  - {id: c, as_named: 其他依法依规的, catch_all: true, item: certificates/it}\n"
    )
    result = checked(tmp_path, {FILE: certificate(), "hubei/lists/l.yaml": listed})
    assert "error" in {line.split()[2] for line in small_told(result)}


def test_f31_a_real_paper_below_that_loosens_is_a_conflict_never_a_set(tmp_path: Path) -> None:
    looser = change(
        'from: "2022-01-01"\nsource: local\nset: {cases: [{id: default, verdict: may_issue}]}\n'
        "was: {cases: [{id: default, verdict: must_not}]}"
    )
    result = checked(tmp_path, {FILE: certificate(), BELOW: looser})
    assert [line.split()[1:] for line in told(result)] == [["C201", "error"]]
