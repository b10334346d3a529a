"""What comes first, what goes on, what one change does: the clauses that the other tests leave (FOLD F1 to F12)."""

from datetime import date
from pathlib import Path

import pytest

from generator.resolve.explain import explain
from generator.resolve.explain_lines import explanation_lines
from tests.resolve.asking import BELOW, FILE, HUNAN, ITEM, VERDICT, directory, fates, told, value
from tests.small import certificate, change, checked

CITY = "hubei/shiyan/certificates/it.yaml"
RENAMED = change('from: "2022-01-01"\nsource: local\nset: {name: 省名}\nwas: {name: 某证明}')


def document(kind: str, *lines: str) -> str:
    return f"title: 某件\nkind: {kind}\ncopy: primary\nread: full\n" + "".join(f"{line}\n" for line in lines)


def changes(*lines: str) -> str:
    return "changes:\n" + "".join(f"  - {{{line}}}\n" for line in lines)


@pytest.mark.parametrize("until", ["2024", "2024-01"])
def test_f1_an_imprecise_bound_is_shown_as_written(tmp_path: Path, until: str) -> None:
    result = checked(tmp_path, {FILE: certificate() + f'until: "{until}"\n'})
    step = directory(result, "national", "2022-01-01").items[ITEM].values["name"].trail[0]
    assert step.until is not None and step.until.text == until


def test_f2_a_source_in_force_goes_before_the_day_it_was_issued(tmp_path: Path) -> None:
    source = document("department_document", 'issued: "2021-01-01"', 'in_force: "2021-07-01"')
    result = checked(tmp_path, {"national/sources/s.yaml": source, FILE: certificate("unknown", "s")})
    assert [value(result, "national", day) for day in ("2021-06-30", "2021-07-01")] == [None, "unknown"]
    assert directory(result, "national", "2022-01-01").items[ITEM].values["name"].trail[0].since == "in_force"


def test_f2_an_undated_step_comes_before_the_dated_ones_of_its_place(tmp_path: Path) -> None:
    undated = {
        "national/sources/u.yaml": "title: 某页\nkind: department_document\ncopy: primary\nread: full\n"
    }
    text = certificate(source="u") + changes(
        'from: "1990-01-01", source: notice, set: {name: 有日期}', "source: u, set: {name: 无日期}"
    )
    result = checked(tmp_path, {FILE: text, **undated})
    assert value(result, "national", "2022-01-01", "name") == "有日期"
    lines = explanation_lines(
        result.catalogue, explain(result.catalogue, "hubei", ITEM, "name", date(2022, 1, 1))
    )
    assert "起始日期未载" in "\n".join(lines)


def test_f3_f4_the_later_step_of_a_place_wins_wherever_it_stands_in_the_file(tmp_path: Path) -> None:
    text = certificate() + changes(
        'from: "2023-01-01", source: notice, set: {name: 后}',
        'from: "2022-01-01", source: notice, set: {name: 先}',
    )
    result = checked(tmp_path, {FILE: text})
    assert told(result) == []
    assert [value(result, "national", f"{y}-06-01", "name") for y in (2021, 2022, 2023)] == [
        "某证明",
        "先",
        "后",
    ]


def test_f3_a_step_below_takes_hold_on_the_day_its_item_begins(tmp_path: Path) -> None:
    moved = (
        certificate()
        + 'from: "2024-01-01"\n'
        + changes('from: "2023-01-01", source: notice, set: {asked_by: [银行]}')
    )
    below = change('from: "2021-06-01"\nsource: local\nset: {asked_by: [学校]}\nwas: {asked_by: [银行]}')
    result = checked(tmp_path, {FILE: moved, BELOW: below})
    assert told(result) == []
    assert [value(result, "hubei", day, "asked_by") for day in ("2023-12-31", "2024-01-01")] == [
        None,
        ["学校"],
    ]


def test_f3_a_step_that_ended_before_its_item_began_is_a_warning(tmp_path: Path) -> None:
    late = certificate() + 'from: "2024-01-01"\n'
    ended = RENAMED.replace("    source", '    until: "2023-01-01"\n    source')
    result = checked(tmp_path, {FILE: late, BELOW: ended})
    assert told(result) == [f"{BELOW}:3:5 D104 warning"]
    assert value(result, "hubei", "2024-06-01", "name") == "某证明"


def test_f4_an_order_that_no_date_tells_is_said(tmp_path: Path) -> None:
    text = certificate() + changes(
        'from: "2022", source: notice, set: {name: 甲}', 'from: "2022-03", source: notice, set: {name: 乙}'
    )
    result = checked(tmp_path, {FILE: text})
    lines = explanation_lines(
        result.catalogue, explain(result.catalogue, "hubei", ITEM, "name", date(2023, 1, 1))
    )
    assert "\n".join(lines).count("先后未载") == 1


def test_f4_two_days_apart_or_two_fields_on_one_day_are_no_tie(tmp_path: Path) -> None:
    text = certificate() + changes(
        'from: "2022-01-01", source: notice, set: {name: 甲}',
        'from: "2022-01-01", source: notice, set: {asked_by: [银行]}',
        'from: "2022-01-02", source: notice, set: {name: 乙}',
    )
    assert told(checked(tmp_path, {FILE: text})) == []


PREVAILING = 'from: "2023-01-01", source: notice, clause: 第二条, prevails: true, '


def test_f5_what_was_set_below_on_the_day_itself_is_set_aside_too(tmp_path: Path) -> None:
    upper = certificate() + changes(PREVAILING + "set: {name: 统一名}")
    for day, name in (("2023-01-01", "统一名"), ("2023-01-02", "省名")):
        below = RENAMED.replace("2022-01-01", day).replace("某证明", "统一名")
        result = checked(tmp_path / day, {FILE: upper, BELOW: below})
        assert value(result, "hubei", "2024-01-01", "name") == name


def test_f5_it_reaches_every_place_below_and_each_may_set_the_field_again(tmp_path: Path) -> None:
    province = RENAMED + '  - {from: "2023-06-01", source: local, set: {name: 省新名}, was: {name: 统一名}}\n'
    city = change('from: "2022-06-01"\nsource: hubei/local\nset: {name: 市名}\nwas: {name: 省名}')
    upper = certificate() + changes(PREVAILING + "set: {name: 统一名}")
    result = checked(tmp_path, {FILE: upper, BELOW: province, CITY: city})
    assert [value(result, "hubei/shiyan", day, "name") for day in ("2022-12-31", "2023-01-01", "2023-06-01")] == [
        "市名", "统一名", "省新名",
    ]  # fmt: skip
    assert told(result) == [f"{BELOW}:5:17 I116 warning", f"{CITY}:5:17 I116 warning"]


def test_f5_a_field_that_it_does_not_name_stays_below(tmp_path: Path) -> None:
    upper = certificate() + changes(PREVAILING + "set: {asked_by: [银行]}")
    result = checked(tmp_path, {FILE: upper, BELOW: RENAMED})
    assert told(result) == []
    assert value(result, "hubei", "2024-01-01", "name") == "省名"


def test_f5_f6_when_it_ends_what_it_set_aside_is_back(tmp_path: Path) -> None:
    upper = certificate() + changes(PREVAILING + 'until: "2024-01-01", set: {name: 统一名}')
    result = checked(tmp_path, {FILE: upper, BELOW: RENAMED})
    assert [value(result, "hubei", day, "name") for day in ("2023-06-01", "2024-01-01")] == ["统一名", "省名"]


def test_f5_to_take_an_entry_away_sets_aside_what_stood_in_it_below(tmp_path: Path) -> None:
    way = "cases: [{id: default, instead: [{id: police, do: 去派出所}]}]"
    below = change(
        f'from: "2022-01-01"\nsource: local\nset: {{{way}}}\nwas_absent: [cases.default.instead.police]'
    )
    upper = certificate() + changes(PREVAILING + "unset: [cases.default.instead.police]")
    result = checked(tmp_path, {FILE: upper, BELOW: below})
    assert value(result, "hubei", "2022-06-01", "cases.default.instead.police.do") == "去派出所"
    assert value(result, "hubei", "2023-06-01", "cases.default.instead.police.do") is None
    assert [line.split()[1] for line in told(result)] == ["I116"]


def test_f5_f11_what_came_with_a_verdict_that_is_set_aside_goes_with_it(tmp_path: Path) -> None:
    below = change(
        'from: "2022-01-01"\nsource: local\n'
        "set: {cases: [{id: default, verdict: must_not, instead: [{id: a, do: 去别处}], basis: [own]}], "
        "basis: [{id: own, source: local}]}\n"
        "was: {cases: [{id: default, verdict: may_issue, basis: [list]}]}\n"
        "was_absent: [cases.default.instead.a, basis.own]"
    )
    upper = certificate("may_issue") + changes(
        PREVAILING + "set: {cases: [{id: default, verdict: not_needed}]}"
    )
    result = checked(tmp_path, {FILE: upper, BELOW: below})
    after = [
        value(result, "hubei", "2023-06-01", f"cases.default.{p}")
        for p in ("verdict", "basis", "instead.a.do")
    ]
    assert after == ["not_needed", ["list"], None]
    assert fates(result, "hubei", "2023-06-01") == ["applied", "applied", "superseded"]
    assert [line.split()[1] for line in told(result)] == ["I116"]


def test_f6_a_change_ends_at_its_until_and_the_value_is_what_it_was(tmp_path: Path) -> None:
    ended = RENAMED.replace("    source", '    until: "2023-01-01"\n    source')
    result = checked(tmp_path, {FILE: certificate(), BELOW: ended})
    assert told(result) == []
    assert [value(result, "hubei", d, "name") for d in ("2022-12-31", "2023-01-01")] == ["省名", "某证明"]


def test_f6_continue_of_a_change_carries_it_and_no_other(tmp_path: Path) -> None:
    trial = document("department_document", 'issued: "2021-01-01"', 'until: "2023-01-01"')
    text = certificate() + changes(
        "source: trial, set: {name: 试行名}",
        'from: "2022-01-01", until: "2023-01-01", source: notice, set: {asked_by: [银行]}',
        'from: "2023-01-01", continue: {of: trial, source: law}',
    )
    result = checked(tmp_path, {FILE: text, "national/sources/trial.yaml": trial})
    assert told(result) == []
    after = directory(result, "national", "2024-01-01").items[ITEM]
    assert (after.name, after.get("asked_by")) == ("试行名", None)


def test_f6_continue_revives_a_change_of_a_place_below_after_a_gap(tmp_path: Path) -> None:
    below = RENAMED + '  - {from: "2024-01-01", continue: {source: formal}}\n'
    files = {
        FILE: certificate(), BELOW: below, "hubei/sources/formal.yaml": document("local_document"),
        "hubei/sources/local.yaml": document("local_document", 'issued: "2021-01-01"', 'until: "2023-01-01"'),
    }  # fmt: skip
    result = checked(tmp_path, files)
    assert told(result) == []
    assert [value(result, "hubei", d, "name") for d in ("2022-06-01", "2023-06-01", "2024-06-01")] == [
        "省名", "某证明", "省名",
    ]  # fmt: skip


def test_f6_of_several_bases_the_last_to_end_is_a_finding(tmp_path: Path) -> None:
    old = 'title: 旧文件{n}\nkind: department_document\ncopy: primary\nread: full\nissued: "2019-01-01"\nuntil: "{d}"\n'
    sources = {f"national/sources/old{n}.yaml": old.format(n=n, d=f"202{n}-01-01") for n in (4, 5)}
    text = certificate("unknown").replace(
        "    source: notice\n", "    source: old4\n  - id: other\n    source: old5\n", 1
    )
    result = checked(tmp_path, {FILE: text, **sources})
    assert told(result) == [f"{FILE}:3:1 B102 warning"]
    assert "2025-01-01" in next(f for f in result.findings if f.code == "B102").message.zh


def test_f7_the_next_change_may_be_the_end_of_an_uncertainty(tmp_path: Path) -> None:
    text = certificate() + changes('from: "2024", source: notice, set: {name: 新名}')
    result = checked(tmp_path, {FILE: text})
    days = ("2023-06-01", "2024-06-01", "2025-06-01")
    assert [directory(result, "hubei", d).changes_next for d in days] == [
        date(2024, 1, 1),
        date(2025, 1, 1),
        None,
    ]


def test_f7_an_end_a_lapse_and_an_adoption_are_changes_too(tmp_path: Path) -> None:
    ending = certificate("unknown") + 'until: "2030-01-01"\n'
    assert directory(checked(tmp_path / "a", {FILE: ending}), "hubei", "2025-01-01").changes_next == date(
        2030, 1, 1
    )
    taken = change('from: "2031-01-01"\nsource: local\nadopt: true')
    offered = {FILE: certificate("unknown") + "adoption: opt-in\n", BELOW: taken, **HUNAN}
    result = checked(tmp_path / "b", offered)
    assert [directory(result, p, "2025-01-01").changes_next for p in ("hubei", "hunan")] == [
        date(2031, 1, 1),
        None,
    ]
    assert [u.step.verb for u in directory(result, "hubei", "2025-01-01").upcoming] == ["adopt"]


def test_f10_unset_applies_before_set(tmp_path: Path) -> None:
    text = certificate("unknown", more="asked_by: [银行]\n").replace(
        "basis: [list]", "instead: [{id: a, do: 甲}, {id: b, do: 乙}]"
    ) + changes(
        'from: "2022-01-01", source: notice, set: {cases: [{id: default, instead: [{id: c, do: 丙}]}]}, '
        "unset: [cases.default.instead]"
    )
    result = checked(tmp_path, {FILE: text})
    tree = directory(result, "national", "2022-01-01").items[ITEM].tree()
    assert tree["cases"]["default"]["instead"] == {"c": {"do": "丙"}}  # type: ignore[index, call-overload]


def test_f10_unset_removes_a_field_with_all_that_stands_in_it(tmp_path: Path) -> None:
    text = certificate(more="asked_by: [银行]\n") + changes(
        'from: "2022-01-01", source: notice, unset: [asked_by]'
    )
    result = checked(tmp_path, {FILE: text})
    assert told(result) == []
    assert value(result, "hubei", "2022-01-01", "asked_by") is None


def test_f10_restore_undoes_the_withdrawal_of_its_own_place_only(tmp_path: Path) -> None:
    upper = certificate("unknown") + changes('from: "2022-01-01", source: notice, withdraw: true')
    below = change('from: "2023-01-01"\nsource: local\nrestore: true')
    result = checked(tmp_path, {FILE: upper, BELOW: below})
    assert ITEM in directory(result, "hubei", "2024-01-01").withdrawn
    assert [line.split()[1] for line in told(result)] == ["I117"]
    own = certificate("unknown") + changes('from: "2023-01-01", source: notice, restore: true')
    assert told(checked(tmp_path / "b", {FILE: own})) == [f"{FILE}:12:42 I102 error"]


def test_f11_a_plain_list_is_replaced_whole_and_an_object_merged_by_key(tmp_path: Path) -> None:
    rule = "name: 数量\nsource: notice\ntopic: sign_limits\ntext: 某。\n"
    rule += "limits: {outside_plaques: 4, inside_plaques: 6}\n"
    rule += changes('from: "2022-01-01", source: notice, set: {limits: {outside_plaques: 3}}')
    text = certificate(more="asked_by: [银行, 学校]\n") + changes(
        'from: "2022-01-01", source: notice, set: {asked_by: [医院]}'
    )
    result = checked(tmp_path, {FILE: text, "national/provisions/r.yaml": rule})
    assert value(result, "hubei", "2022-06-01", "asked_by") == ["医院"]
    limits = [value(result, "hubei", "2022-06-01", f"limits.{k}", "provisions/r")
              for k in ("outside_plaques", "inside_plaques")]  # fmt: skip
    assert limits == [3, 6]


def test_f11_a_before_that_names_an_entry_since_removed_above_is_suspended(tmp_path: Path) -> None:
    two = "instead: [{id: police, do: 去派出所}, {id: court, do: 去法院}]"
    upper = certificate().replace("basis: [list]", two) + changes(
        'from: "2023-01-01", source: notice, unset: [cases.default.instead.police]'
    )
    below = change(
        'from: "2022-01-01"\nsource: local\nset: {cases: [{id: default, instead: [{id: court, before: police}]}]}\n'
        "was_absent: [cases.default.instead.court.before]"
    )
    result = checked(tmp_path, {FILE: upper, BELOW: below})
    before = "cases.default.instead.court.before"
    assert value(result, "hubei", "2022-06-01", before) == "police"
    assert value(result, "hubei", "2023-06-01", before) is None
    assert [line.split()[1:] for line in told(result)] == [["I107", "warning"]]


def test_f12_an_introduction_and_each_verb_name_a_source(tmp_path: Path) -> None:
    bare = certificate().replace("source: notice\n", "", 1)
    assert [line.split()[2] for line in told(checked(tmp_path / "i", {FILE: bare}))] == ["error"]
    for number, verb in enumerate(
        ("unset: [asked_by]", "withdraw: true", "restore: true", "add: {aliases: [甲]}")
    ):
        text = certificate("unknown", more="asked_by: [银行]\n") + changes(f'from: "2022-01-01", {verb}')
        assert "I109" in {line.split()[1] for line in told(checked(tmp_path / str(number), {FILE: text}))}, (
            verb
        )


def test_f12_keep_names_a_source_or_a_reason(tmp_path: Path) -> None:
    for number, (why, wrong) in enumerate((("source: local", False), ("reason: 仍用", False), ("", True))):
        kept = change(f'from: "2022-01-01"\nkeep: [name]\ninherited: {{name: 某证明}}\n{why}')
        found = told(checked(tmp_path / str(number), {FILE: certificate(), BELOW: kept}))
        assert any(line.endswith("error") for line in found) is wrong, (why, found)


def test_f12_a_change_may_say_its_clause_and_reason(tmp_path: Path) -> None:
    below = RENAMED.replace("source: local", "source: local\n    clause: 第六条\n    reason: 统一叫法")
    result = checked(tmp_path, {FILE: certificate(), BELOW: below})
    step = directory(result, "hubei", "2023-01-01").items[ITEM].values["name"].giver
    assert (step.clause, step.reason) == ("第六条", "统一叫法")


def test_f8_a_neighbour_and_a_place_below_change_nothing(tmp_path: Path) -> None:
    neighbour = change('from: "2022-01-01"\nsource: national/notice\nset: {name: 湘名}\nwas: {name: 某证明}')
    city = change('from: "2022-01-01"\nsource: hubei/local\nset: {name: 市名}\nwas: {name: 某证明}')
    result = checked(
        tmp_path, {FILE: certificate(), "hunan/certificates/it.yaml": neighbour, CITY: city, **HUNAN}
    )
    assert [value(result, p, "2023-01-01", "name") for p in ("national", "hubei", "hunan", "hubei/shiyan")] == [
        "某证明", "某证明", "湘名", "市名",
    ]  # fmt: skip
    assert value(result, "hubei", "2023-01-01", VERDICT) == "must_not"
