"""What yields, yields whole: no fragment of a refused or overtaken change reaches a reader (FOLD F11 to F19, F26)."""

from pathlib import Path

from generator.check import Checked
from tests.resolve.asking import BELOW, FILE, ITEM, VERDICT, directory, told, value
from tests.small import certificate, change, checked

CITY = "hubei/shiyan/certificates/it.yaml"
LATER = (
    'changes:\n  - {from: "2024-01-01", source: notice, set: {cases: [{id: default, verdict: must_not}]}}\n'
)
TWO = "  - {id: two, for: [village], when: 特殊, verdict: may_issue, conditions: 本人来}\n"
RENAMED = change('from: "2022-01-01"\nsource: local\nset: {name: 省名}\nwas: {name: 某证明}')


def changes(*lines: str) -> str:
    return "changes:\n" + "".join(f"  - {{{line}}}\n" for line in lines)


def test_f14_what_came_with_a_verdict_that_is_refused_later_goes_with_it(tmp_path: Path) -> None:
    below = change(
        'from: "2022-01-01"\nsource: local\n'
        "set: {name: 省名, cases: [{id: default, verdict: may_issue, basis: [own], instead: [{id: a, do: 去村里开}]}], "
        "basis: [{id: own, source: local}]}\n"
        "was: {name: 某证明, cases: [{id: default, verdict: unknown, basis: [list]}]}\n"
        "was_absent: [cases.default.instead.a, basis.own]"
    )
    result = checked(tmp_path, {FILE: certificate("unknown") + LATER, BELOW: below})
    assert [line.split()[1] for line in told(result)] == ["I107"]
    item = directory(result, "hubei", "2024-06-01").items[ITEM]
    assert [item.get(f"cases.default.{key}") for key in ("verdict", "basis", "instead.a.do")] == [
        "must_not", ["list"], None,
    ]  # fmt: skip
    assert item.name == "省名"


def test_f14_a_new_case_that_is_refused_later_goes_whole(tmp_path: Path) -> None:
    below = change(
        'from: "2022-01-01"\nsource: local\n'
        "set: {cases: [{id: two, for: [village], when: 特殊, verdict: may_refuse, basis: [own]}], "
        "basis: [{id: own, source: local}]}\nwas_absent: [cases.two, basis.own]"
    )
    result = checked(tmp_path, {FILE: certificate("unknown") + LATER, BELOW: below})
    assert [line.split()[1] for line in told(result)] == ["I107"]
    leaves = directory(result, "hubei", "2024-06-01").items[ITEM].values
    assert not any(path.startswith("cases.two.") for path in leaves)


def test_f14_an_unset_that_is_refused_in_part_takes_nothing_away(tmp_path: Path) -> None:
    below = change(
        "source: local\nunset: [cases.two]\n"
        "was: {cases: [{id: two, for: [village], when: 特殊, verdict: may_issue, conditions: 别的}]}"
    )
    result = checked(tmp_path, {FILE: certificate() + TWO, BELOW: below})
    assert value(result, "hubei", "2022-01-01", "cases.two.conditions") == "本人来"
    assert value(result, "hubei", "2022-01-01", "cases.two.when") == "特殊"


def test_f26_the_condition_of_a_case_stays_its_introducers(tmp_path: Path) -> None:
    wider = change(
        "source: local\nset: {cases: [{id: two, when: 任何时候}]}\nwas: {cases: [{id: two, when: 特殊}]}"
    )
    found = told(checked(tmp_path, {FILE: certificate() + TWO, BELOW: wider}))
    assert [line.split()[1] for line in found] == ["I106"]


def test_f26_what_rests_on_law_stays_locked_under_another_basis(tmp_path: Path) -> None:
    province = change(
        'from: "2022-01-01"\nsource: local\n'
        "set: {basis: [{id: own, source: local}], cases: [{id: default, basis: [own]}]}\n"
        "was: {cases: [{id: default, basis: [list]}]}\nwas_absent: [basis.own]"
    )
    city = change(
        'from: "2023-01-01"\nsource: hubei/local\nset: {cases: [{id: default, verdict: not_needed}]}\n'
        "was: {cases: [{id: default, verdict: may_issue}]}"
    )
    result = checked(tmp_path, {FILE: certificate("may_issue", "law"), BELOW: province, CITY: city})
    assert told(result) == [f"{CITY}:5:42 C201 error"]


def test_f26_a_case_without_its_own_basis_rests_on_the_items(tmp_path: Path) -> None:
    bare = certificate("may_issue", "law").replace("    basis: [list]\n", "")
    below = change(
        "source: local\nset: {cases: [{id: default, verdict: must_not}]}\n"
        "was: {cases: [{id: default, verdict: may_issue}]}"
    )
    assert told(checked(tmp_path, {FILE: bare, BELOW: below})) == [f"{BELOW}:4:42 C201 error"]


def test_f19_a_part_that_is_refused_shows_the_wider_items_case(tmp_path: Path) -> None:
    part = certificate("may_issue", "local", name="某证明（一部分）").replace(
        "    basis: [list]\n", "    issuers: {need: any, of: [employer]}\n    basis: [list]\n"
    )
    upper = certificate("unknown").replace(
        "    basis: [list]\n", "    conditions: 全国的条件\n    basis: [list]\n"
    )
    files = {FILE: upper + LATER, "hubei/certificates/part.yaml": part + "narrows: certificates/it\n"}
    result = checked(tmp_path, files)
    shown = directory(result, "hubei", "2024-06-01").items["certificates/part"]
    assert [shown.get(f"cases.default.{key}") for key in ("verdict", "issuers", "conditions")] == [
        "must_not", None, "全国的条件",
    ]  # fmt: skip


def test_f19_a_part_of_a_part_follows_what_a_place_below_says_of_the_widest(tmp_path: Path) -> None:
    below = change(
        'from: "2022-01-01"\nsource: local\nset: {cases: [{id: default, verdict: must_not}]}\n'
        "was: {cases: [{id: default, verdict: may_issue}]}"
    )
    files = {
        FILE: certificate("may_issue"), BELOW: below,
        "national/certificates/b.yaml": certificate("may_issue", name="乙") + "narrows: certificates/it\n",
        "national/certificates/c.yaml": certificate("may_issue", name="丙") + "narrows: certificates/b\n",
    }  # fmt: skip
    found = directory(checked(tmp_path, files), "hubei", "2023-01-01").items
    assert [found[f"certificates/{slug}"].get(VERDICT) for slug in ("b", "c")] == ["must_not", "must_not"]


LATE = certificate("unknown") + 'asked_by: [银行]\nfrom: "2024-01-01"\n'
OWN = certificate("unknown", "local", name="省名", more="aliases: [某证明]\nasked_by: [学校]\n")


def test_f18_no_older_verb_of_the_descendant_acts_on_the_ancestors_item(tmp_path: Path) -> None:
    for number, verb in enumerate(("unset: [asked_by]", "withdraw: true")):
        own = OWN + changes(f'from: "2022-01-01", source: local, {verb}')
        result = checked(tmp_path / str(number), {FILE: LATE, BELOW: own})
        assert value(result, "hubei", "2024-06-01", "asked_by") == ["银行"], verb


def test_f18_what_joins_keeps_ends_with_the_introduction(tmp_path: Path) -> None:
    joins = 'until: "2025-01-01"\njoins: {place: national, from: "2024-01-01", source: local, keep: [name]}\n'
    result = checked(tmp_path, {FILE: LATE, BELOW: OWN + joins})
    assert [value(result, "hubei", d, "name") for d in ("2024-06-01", "2025-06-01")] == ["省名", "某证明"]


def test_f17_f18_who_had_the_item_itself_has_adopted_it(tmp_path: Path) -> None:
    result = checked(tmp_path, {FILE: LATE + "adoption: opt-in\n", BELOW: OWN})
    assert ITEM in directory(result, "hubei", "2024-06-01").items


def test_f17_who_offers_an_item_does_not_adopt_it_for_others(tmp_path: Path) -> None:
    offered = certificate("unknown") + "adoption: opt-in\n"
    adopted = offered + changes('from: "2021-01-01", source: notice, adopt: true')
    found = told(checked(tmp_path, {FILE: adopted}))
    assert [line.split()[1] for line in found] == ["I102"]


def test_f13_was_names_a_document_in_full_or_as_its_place_does(tmp_path: Path) -> None:
    below = change(
        "source: local\nset: {basis: [{id: list, source: local}]}\n"
        "was: {basis: [{id: list, source: national/notice}]}"
    )
    assert told(checked(tmp_path, {FILE: certificate("unknown"), BELOW: below})) == []


def test_f13_a_finding_names_the_place_that_moved(tmp_path: Path) -> None:
    province = RENAMED.replace("2022-01-01", "2024-01-01")
    city = RENAMED.replace("local", "hubei/local").replace("省名", "市名")
    result = checked(tmp_path, {FILE: certificate(), BELOW: province, CITY: city})
    moved = next(f for f in result.findings if f.code == "I105")
    assert moved.message.zh.startswith("湖北省后来")


def test_f16_introducing_after_an_open_withdrawal_needs_no_joins(tmp_path: Path) -> None:
    upper = certificate("unknown") + changes(
        'from: "2023-01-01", source: notice, withdraw: true, below: open'
    )
    own = certificate("may_refuse", "local") + 'from: "2023-06-01"\n'
    city = change(
        'from: "2024-01-01"\nsource: hubei/local\nset: {name: 市名}\nwas: {name: 某证明}', adjusts="hubei"
    )
    assert told(checked(tmp_path, {FILE: upper, BELOW: own, CITY: city})) == []


def test_f5_prevailing_with_the_same_value_has_its_effect(tmp_path: Path) -> None:
    again = 'from: "2023-01-01", source: notice, clause: 第一条, prevails: true, set: {name: 某证明}'
    result = checked(tmp_path, {FILE: certificate() + changes(again), BELOW: RENAMED})
    assert told(result) == [f"{BELOW}:5:17 I116 warning"]
    assert value(result, "hubei", "2023-06-01", "name") == "某证明"


def test_f6_f16_the_last_values_of_a_place_are_its_own(tmp_path: Path) -> None:
    upper = certificate("unknown") + changes('from: "2023-01-01", source: notice, withdraw: true')
    result = checked(tmp_path, {FILE: upper, BELOW: RENAMED})
    assert directory(result, "hubei", "2024-01-01").withdrawn[ITEM].item.name == "省名"
    assert directory(result, "national", "2024-01-01").withdrawn[ITEM].item.name == "某证明"


def test_f45_nothing_is_judged_of_a_step_whose_document_is_broken(tmp_path: Path) -> None:
    below = change("source: torn\nset: {cases: [{id: default, verdict: may_issue}]}")
    files = {FILE: certificate(), BELOW: below, "hubei/sources/torn.yaml": "title: [\n"}
    assert told(checked(tmp_path, files)) == ["hubei/sources/torn.yaml:2:1 Y103 error"]


INSTEAD = "[{id: police, do: 去派出所}, {id: court, do: 去法院}, {id: last, do: 去别处}]"


def order(result: Checked, place: str, on: str) -> list[str]:
    """Return the order in which a case sends a villager elsewhere."""
    cases = directory(result, place, on).items[ITEM].tree()["cases"]
    assert isinstance(cases, dict)
    return list(cases["default"]["instead"])  # type: ignore[index, call-overload, arg-type]


def test_f11_an_entry_stays_where_it_was_put_when_the_one_it_stands_before_is_taken_away(
    tmp_path: Path,
) -> None:
    upper = certificate("unknown").replace("basis: [list]", f"instead: {INSTEAD}")
    below = changes(
        'from: "2022-01-01", source: local, was_absent: [cases.default.instead.n], '
        "set: {cases: [{id: default, instead: [{id: n, do: 去新处, before: court}]}]}",
        'from: "2023-01-01", source: local, unset: [cases.default.instead.court], '
        "was: {cases: [{id: default, instead: [{id: court, do: 去法院}]}]}",
    )
    result = checked(tmp_path, {FILE: upper, BELOW: f"adjusts: national\n{below}"})
    assert told(result) == []
    assert order(result, "hubei", "2022-06-01") == ["police", "n", "court", "last"]
    assert order(result, "hubei", "2023-06-01") == ["police", "n", "last"]


def test_f11_of_an_entry_taken_away_leaf_by_leaf_nothing_rises_again(tmp_path: Path) -> None:
    upper = certificate("unknown").replace("basis: [list]", f"instead: {INSTEAD}")
    upper += changes('from: "2023-01-01", source: notice, unset: [cases.default.instead.court.do]')
    below = change(
        'from: "2022-01-01"\nsource: local\nset: {cases: [{id: default, instead: [{id: court, where: 一楼}]}]}\n'
        "was_absent: [cases.default.instead.court.where]"
    )
    result = checked(tmp_path, {FILE: upper, BELOW: below})
    assert order(result, "hubei", "2022-06-01") == ["police", "court", "last"]
    assert order(result, "hubei", "2023-06-01") == ["police", "last"]
    assert [line for line in told(result) if BELOW in line] == [f"{BELOW}:5:62 I107 warning"]


def test_f14_a_basis_that_only_a_suspended_case_names_is_suspended_with_it(tmp_path: Path) -> None:
    upper = certificate("unknown") + (
        'changes:\n  - {from: "2023-01-01", source: notice, set: {cases: [{id: default, verdict: must_not}]}}\n'
    )
    below = change(
        'from: "2022-01-01"\nsource: local\n'
        "set: {cases: [{id: default, verdict: may_issue, basis: [own, list]}], basis: [{id: own, source: local}, "
        "{id: apart, source: local}]}\n"
        "was: {cases: [{id: default, verdict: unknown, basis: [list]}]}\nwas_absent: [basis.own, basis.apart]"
    )
    result = checked(tmp_path, {FILE: upper, BELOW: below})
    assert value(result, "hubei", "2022-06-01", "basis.own.source") == "local"
    assert value(result, "hubei", "2023-06-01", "basis.own.source") is None
    assert (
        value(result, "hubei", "2023-06-01", "basis.apart.source") == "local"
    )  # it supports the matter itself
    assert value(result, "hubei", "2023-06-01", "basis.list.source") == "notice"
