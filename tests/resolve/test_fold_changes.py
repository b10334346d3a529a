"""What a change may do: entries, governance by level, withdrawal (FOLD F11 to F16)."""

from pathlib import Path

from tests.resolve.asking import BELOW, FILE, ITEM, VERDICT, directory, fates, told, value
from tests.small import certificate, change, checked

TWO_WAYS = certificate().replace(
    "    basis: [list]\n",
    "    instead:\n      - {id: police, do: 去派出所}\n      - {id: court, do: 去法院}\n    basis: [list]\n",
)
CITY = "hubei/shiyan/certificates/it.yaml"


def ways(result: object, place: str, on: str) -> list[str]:
    tree = directory(result, place, on).items[ITEM].tree()  # type: ignore[arg-type]
    return list(tree["cases"]["default"]["instead"])  # type: ignore[index,call-overload,arg-type]


def test_f11_a_new_entry_is_appended_and_before_places_it(tmp_path: Path) -> None:
    below = change("""\
        from: "2022-01-01"
        source: local
        set: {cases: [{id: default, instead: [{id: notary, do: 去公证处, before: court}]}]}
        was_absent: [cases.default.instead.notary]
    """)
    result = checked(tmp_path, {FILE: TWO_WAYS, BELOW: below})
    assert told(result) == []
    assert ways(result, "hubei", "2022-01-01") == ["police", "notary", "court"]
    item = directory(result, "hubei", "2022-01-01").items[ITEM]
    assert item.values["cases.default.instead.notary.before"].trail[0].place == "hubei"


def test_f11_before_an_absent_id_is_an_error(tmp_path: Path) -> None:
    below = change("""\
        source: local
        set: {cases: [{id: default, instead: [{id: notary, do: 去公证处, before: gone}]}]}
        was_absent: [cases.default.instead.notary]
    """)
    assert told(checked(tmp_path, {FILE: TWO_WAYS, BELOW: below})) == [f"{BELOW}:4:74 I115 error"]


def test_f11_a_new_entry_has_what_an_entry_must_have(tmp_path: Path) -> None:
    below = change("""\
        source: local
        set: {cases: [{id: other, when: 在外地}]}
        was_absent: [cases.other]
    """)
    found = told(checked(tmp_path, {FILE: certificate("unknown"), BELOW: below}))
    assert found == [f"{BELOW}:4:19 S115 error"] * 2  # `for` and `verdict`


def test_f11_no_fragment_of_a_removed_entry_rises_again(tmp_path: Path) -> None:
    upper = (
        TWO_WAYS
        + 'changes:\n  - {from: "2023-01-01", source: notice, unset: [cases.default.instead.court]}\n'
    )
    below = change("""\
        from: "2022-01-01"
        source: local
        set: {cases: [{id: default, instead: [{id: court, where: 县法院}]}]}
        was_absent: [cases.default.instead.court.where]
    """)
    result = checked(tmp_path, {FILE: upper, BELOW: below})
    assert told(result) == [f"{BELOW}:5:62 I107 warning"]
    assert value(result, "hubei", "2022-06-01", "cases.default.instead.court.where") == "县法院"
    assert ways(result, "hubei", "2023-01-01") == ["police"]


def test_f11_a_choice_is_replaced_whole(tmp_path: Path) -> None:
    any_two = "    issuers: {need: any, of: [villagers_committee, employer]}\n    basis: [list]\n"
    text = certificate("unknown").replace("    basis: [list]\n", any_two) + (
        'changes:\n  - {from: "2022-01-01", source: notice, '
        "set: {cases: [{id: default, issuers: {need: all, of: [employer]}}]}}\n"
    )
    result = checked(tmp_path, {FILE: text})
    assert value(result, "national", "2022-01-01", "cases.default.issuers") == {
        "need": "all",
        "of": ["employer"],
    }


def test_f12_keep_names_a_reason_and_a_day(tmp_path: Path) -> None:
    undated = change("reason: 仍用\nkeep: [name]\ninherited: {name: 某证明}")
    assert told(checked(tmp_path, {FILE: certificate(), BELOW: undated})) == [f"{BELOW}:3:5 I113 error"]


def test_f13_a_withdrawal_says_each_verdict_it_withdraws(tmp_path: Path) -> None:
    bare = change('from: "2022-01-01"\nsource: local\nwithdraw: true')
    assert told(checked(tmp_path, {FILE: certificate("unknown"), BELOW: bare})) == [f"{BELOW}:3:5 I103 error"]


LIMIT = "name: 挂牌数量\nsource: notice\ntopic: sign_limits\ntext: 门口最多挂几块牌子。\nlimits: {outside_plaques: 4}\n"
RULE, RULE_BELOW = "national/provisions/limit.yaml", "hubei/provisions/limit.yaml"


def limited(count: int, was: int = 4) -> str:
    return change(
        f"source: local\nset: {{limits: {{outside_plaques: {count}}}}}\nwas: {{limits: {{outside_plaques: {was}}}}}"
    )


def test_f14_a_stricter_field_moves_one_way(tmp_path: Path) -> None:
    assert told(checked(tmp_path / "a", {RULE: LIMIT, RULE_BELOW: limited(3)})) == []
    assert told(checked(tmp_path / "b", {RULE: LIMIT, RULE_BELOW: limited(5)})) == [
        f"{RULE_BELOW}:4:37 I106 error"
    ]
    looser = change("source: local\nunset: [limits.outside_plaques]\nwas: {limits: {outside_plaques: 4}}")
    assert told(checked(tmp_path / "c", {RULE: LIMIT, RULE_BELOW: looser})) == [
        f"{RULE_BELOW}:4:5 I106 error"
    ]


def test_f14_a_refused_value_is_only_a_warning_where_the_author_saw_other_values(tmp_path: Path) -> None:
    result = checked(tmp_path, {RULE: LIMIT, RULE_BELOW: limited(5, was=6)})
    assert told(result) == [f"{RULE_BELOW}:4:37 I106 warning", f"{RULE_BELOW}:5:5 I104 warning"]
    limits = directory(result, "hubei", "2022-01-01").items["provisions/limit"].get("limits.outside_plaques")
    assert limits == 4


def test_f14_a_rule_of_the_place_above_is_not_withdrawn(tmp_path: Path) -> None:
    gone = change('from: "2022-01-01"\nsource: local\nwithdraw: true\nwas: {name: 挂牌数量}')
    found = told(checked(tmp_path, {RULE: LIMIT, RULE_BELOW: gone}))
    assert found == [f"{RULE_BELOW}:5:5 I106 error"]


def test_f14_what_is_locked_stays_and_a_new_entry_may_have_it(tmp_path: Path) -> None:
    moved = change("source: local\nset: {exceptions: [other]}\nwas_absent: [exceptions]")
    assert told(checked(tmp_path / "a", {FILE: certificate(), BELOW: moved})) == [f"{BELOW}:4:23 I106 error"]
    new = change(
        "source: local\nset: {cases: [{id: other, for: [community], when: 在社区, verdict: must_not}]}\n"
        "was_absent: [cases.other]"
    )
    assert told(checked(tmp_path / "b", {FILE: certificate(), BELOW: new})) == []


def test_f14_tasks_are_only_made_lighter_or_heavier_by_a_local_regulation(tmp_path: Path) -> None:
    task = (
        "name: 某任务\nsource: notice\nbasis:\n  - {id: list, source: notice}\nverdict: assist\nsays: 某事\n"
    )
    regulation = 'title: 某条例\nkind: local_regulation\ncopy: primary\nread: full\nissued: "2021-01-01"\n'
    for number, (source, verdict, expected) in enumerate(
        [("local", "optional", []), ("local", "statutory", ["C201"]), ("rule", "statutory", [])]
    ):
        below = change(f"source: {source}\nset: {{verdict: {verdict}}}\nwas: {{verdict: assist}}")
        files = {
            "national/tasks/it.yaml": task, "hubei/tasks/it.yaml": below, "hubei/sources/rule.yaml": regulation,
        }  # fmt: skip
        found = told(checked(tmp_path / str(number), files))
        assert [line.split()[1] for line in found] == expected, (source, verdict)


def test_f15_what_has_no_effect_is_told(tmp_path: Path) -> None:
    twice = (
        "adjusts: national\nchanges:\n"
        '  - {from: "2022-01-01", source: local, withdraw: true, was: {cases: [{id: default, verdict: unknown}]}}\n'
        '  - {from: "2023-01-01", source: local, withdraw: true, was: {cases: [{id: default, verdict: unknown}]}}\n'
    )
    assert told(checked(tmp_path / "a", {FILE: certificate("unknown"), BELOW: twice})) == [
        f"{BELOW}:4:41 I102 error"
    ]
    absent = change("source: local\nunset: [asked_by]\nwas_absent: [asked_by]")
    assert told(checked(tmp_path / "b", {FILE: certificate(), BELOW: absent})) == [f"{BELOW}:4:5 I102 error"]
    wrong = change("source: local\nset: {name: 甲}\nwas: {name: 某证明}", adjusts="hubei")
    assert told(checked(tmp_path / "c", {FILE: certificate(), BELOW: wrong})) == [f"{BELOW}:1:10 I114 error"]


WITHDRAWN = certificate("unknown") + (
    'changes:\n  - {from: "2023-01-01", source: notice, withdraw: true, BELOW reason: 不再需要, '
    "replaced_by: [certificates/other], grounds: [no_use], returned_to: 县民政局}\n"
)
OTHER = {"national/certificates/other.yaml": certificate("unknown", name="另一证明")}


def test_f16_a_withdrawn_item_keeps_its_values_and_says_why(tmp_path: Path) -> None:
    result = checked(tmp_path, {FILE: WITHDRAWN.replace("BELOW ", ""), **OTHER})
    assert told(result) == []
    gone = directory(result, "hubei", "2023-01-01").withdrawn[ITEM]
    assert (gone.how, gone.item.get(VERDICT), gone.replaced_by) == (
        "withdrawn",
        "unknown",
        ("certificates/other",),
    )
    assert (gone.grounds, gone.returned_to, gone.below) == (("no_use",), "县民政局", "ends")
    assert gone.step is not None and gone.step.reason == "不再需要"


def test_f16_below_a_withdrawal_an_id_is_introduced_again_only_where_it_is_left_open(tmp_path: Path) -> None:
    own = certificate("may_refuse", "local", name="某证明") + 'from: "2023-06-01"\n'
    ends = checked(tmp_path / "a", {FILE: WITHDRAWN.replace("BELOW ", ""), BELOW: own, **OTHER})
    assert f"{BELOW}:1:1 I117 warning" in told(ends)
    assert ITEM in directory(ends, "hubei", "2024-01-01").withdrawn
    left_open = checked(
        tmp_path / "b", {FILE: WITHDRAWN.replace("BELOW", "below: open,"), BELOW: own, **OTHER}
    )
    assert value(left_open, "hubei", "2024-01-01") == "may_refuse"
    assert value(left_open, "hubei", "2022-01-01") == "unknown"


def test_f16_one_file_adjusts_and_later_introduces(tmp_path: Path) -> None:
    both = (
        "adjusts: national\nchanges:\n"
        '  - {from: "2022-01-01", source: local, set: {name: 省名}, was: {name: 某证明}}\n'
        'introduces:\n  from: "2023-06-01"\n  source: local\n  name: 省里自己的证明\n'
        "  basis: [{id: list, source: local}]\n"
        "  cases: [{id: default, for: [village], verdict: may_refuse, basis: [list]}]\n"
    )
    result = checked(tmp_path, {FILE: WITHDRAWN.replace("BELOW", "below: open,"), BELOW: both, **OTHER})
    assert [value(result, "hubei", d, "name") for d in ("2022-06-01", "2023-02-01", "2023-06-01")] == [
        "省名", None, "省里自己的证明",
    ]  # fmt: skip


def test_f16_what_the_upper_place_excludes_is_not_withdrawn_below(tmp_path: Path) -> None:
    gone = change("source: local\nwithdraw: true\nwas: {cases: [{id: default, verdict: must_not}]}")
    result = checked(tmp_path, {FILE: certificate(), BELOW: gone})
    assert told(result) == [f"{BELOW}:4:5 C201 error"]


def test_f14_a_withdrawal_above_suspends_the_steps_below_and_restore_revives_them(tmp_path: Path) -> None:
    upper = certificate("unknown") + (
        'changes:\n  - {from: "2023-01-01", source: notice, withdraw: true}\n'
        '  - {from: "2024-01-01", source: notice, restore: true}\n'
    )
    below = change('from: "2022-01-01"\nsource: local\nset: {name: 省名}\nwas: {name: 某证明}')
    result = checked(tmp_path, {FILE: upper, BELOW: below})
    assert told(result) == [f"{BELOW}:3:5 I117 warning"]
    assert [value(result, "hubei", d, "name") for d in ("2022-06-01", "2023-06-01", "2024-01-01")] == [
        "省名", None, "省名",
    ]  # fmt: skip


def test_f14_a_county_is_judged_against_its_province(tmp_path: Path) -> None:
    province = change("""\
        from: "2022-01-01"
        source: local
        set: {cases: [{id: default, verdict: must_not}]}
        was: {cases: [{id: default, verdict: may_issue}]}
    """)
    county = change("""\
        from: "2023-01-01"
        source: hubei/local
        set: {cases: [{id: default, verdict: may_issue}]}
        was: {cases: [{id: default, verdict: must_not}]}
    """)
    result = checked(tmp_path, {FILE: certificate("may_issue"), BELOW: province, CITY: county})
    assert told(result) == [f"{CITY}:5:42 C201 error"]
    assert fates(checked(tmp_path / "w", {FILE: certificate("may_issue"), BELOW: province}), "hubei", "2022-01-01") == [
        "applied", "applied",
    ]  # fmt: skip


def test_f10_only_unordered_lists_are_added_to(tmp_path: Path) -> None:
    text = certificate() + 'changes:\n  - {from: "2022-01-01", source: notice, add: {name: 新名}}\n'
    assert told(checked(tmp_path, {FILE: text})) == [f"{FILE}:12:54 I126 error"]


def test_f11_what_stood_in_a_removed_entry_or_list_does_not_rise_either(tmp_path: Path) -> None:
    for number, gone in enumerate(("cases.two", "cases.two.instead")):
        two = "  - {id: two, for: [community], when: 在社区, verdict: unknown, instead: [{id: a, do: 去甲处}]}\n"
        upper = (
            certificate("unknown")
            + two
            + (f'changes:\n  - {{from: "2023-01-01", source: notice, unset: [{gone}]}}\n')
        )
        below = change("""\
            from: "2022-01-01"
            source: local
            set: {cases: [{id: two, instead: [{id: a, where: 县里}]}]}
            was_absent: [cases.two.instead.a.where]
        """)
        result = checked(tmp_path / str(number), {FILE: upper, BELOW: below})
        assert told(result) == [f"{BELOW}:5:54 I107 warning"], gone
        assert value(result, "hubei", "2023-06-01", "cases.two.instead.a.where") is None


def test_f11_a_change_leaves_no_entry_without_what_it_must_have(tmp_path: Path) -> None:
    text = (
        certificate("unknown")
        + 'changes:\n  - {from: "2022-01-01", source: notice, unset: [cases.default.verdict]}\n'
    )
    assert told(checked(tmp_path, {FILE: text})) == [f"{FILE}:12:50 S115 error"]


def test_f13_a_keep_holds_until_the_value_moves_again(tmp_path: Path) -> None:
    upper = certificate() + (
        'changes:\n  - {from: "2024-01-01", source: notice, set: {name: 国家新名}}\n'
        '  - {from: "2025-01-01", source: notice, set: {asked_by: [银行]}}\n'
    )
    below = (
        "adjusts: national\nchanges:\n"
        '  - {from: "2022-01-01", source: local, set: {name: 省名}, was: {name: 某证明}}\n'
        '  - {from: "2024-02-01", reason: 仍用省名, keep: [name], inherited: {name: 国家新名}}\n'
    )
    assert told(checked(tmp_path, {FILE: upper, BELOW: below})) == []


def test_f13_a_verdict_that_moves_under_a_withdrawal_is_told(tmp_path: Path) -> None:
    upper = certificate("unknown") + (
        'changes:\n  - {from: "2024-01-01", source: notice, set: {cases: [{id: default, verdict: not_needed}]}}\n'
    )
    gone = change(
        'from: "2022-01-01"\nsource: local\nwithdraw: true\nwas: {cases: [{id: default, verdict: unknown}]}'
    )
    assert told(checked(tmp_path, {FILE: upper, BELOW: gone})) == [f"{BELOW}:5:5 I105 warning"]


def test_f13_what_is_said_of_a_field_that_the_change_leaves_alone_must_be_so_too(tmp_path: Path) -> None:
    lines = 'from: "2022-01-01"\nsource: local\nset: {name: 省名}\nwas: {name: 某证明, asked_by: [银行]}'
    assert told(checked(tmp_path, {FILE: certificate(), BELOW: change(lines)})) == [
        f"{BELOW}:6:5 I104 warning"
    ]
    absent = 'from: "2022-01-01"\nsource: local\nset: {name: 省名}\nwas: {name: 某证明}\nwas_absent: [cases.default]'
    result = checked(tmp_path / "b", {FILE: certificate(), BELOW: change(absent)})
    assert told(result) == [f"{BELOW}:7:5 I104 warning"]
