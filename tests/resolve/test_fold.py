"""One test or more for each sentence of the fold; the number stands in the name. Here: what holds when."""

from datetime import date
from pathlib import Path

from generator.resolve import resolve
from tests.resolve.asking import BELOW, FILE, HUNAN, ITEM, VERDICT, directory, told, value
from tests.small import certificate, change, checked


def test_f1_until_is_the_first_day_no_longer_in_force(tmp_path: Path) -> None:
    result = checked(tmp_path, {FILE: certificate() + 'from: "2022-01-01"\nuntil: "2024-01-01"\n'})
    assert value(result, "national", "2021-12-31") is None
    assert value(result, "national", "2022-01-01") == "must_not"
    assert value(result, "national", "2023-12-31") == "must_not"
    assert directory(result, "national", "2024-01-01").withdrawn[ITEM].how == "lapsed"


def test_f1_a_day_inside_an_imprecise_bound_is_uncertain(tmp_path: Path) -> None:
    below = change("""\
        from: "2022-12"
        source: local
        set: {name: 新名}
        was: {name: 某证明}
    """)
    result = checked(tmp_path, {FILE: certificate(), BELOW: below})
    assert told(result) == []
    inside = directory(result, "hubei", "2022-12-15").items[ITEM].values["name"]
    after = directory(result, "hubei", "2023-01-01").items[ITEM].values["name"]
    assert (inside.value, inside.date_uncertain) == ("新名", True)
    assert (after.value, after.date_uncertain) == ("新名", False)


def test_f2_a_step_without_from_takes_its_sources_date(tmp_path: Path) -> None:
    result = checked(
        tmp_path,
        {
            FILE: certificate(),
            "national/certificates/law.yaml": certificate("unknown", "law", name="法律证明"),
        },
    )
    assert value(result, "national", "2019-12-31") is None
    step = directory(result, "national", "2020-01-01").items[ITEM].values[VERDICT].trail[0]
    assert (step.since, step.start.text if step.start else None) == ("issued", "2020-01-01")
    undated = directory(result, "national", "1990-01-01").items["certificates/law"].values["name"].trail[0]
    assert (undated.since, undated.start) == ("undated", None)


def test_f3_f8_only_the_chain_counts(tmp_path: Path) -> None:
    files = {
        FILE: certificate("may_issue"),
        BELOW: change("{source: local, set: {cases: [{id: default, verdict: must_not}]}, "
                      "was: {cases: [{id: default, verdict: may_issue}]}}"),
        **HUNAN,
    }  # fmt: skip
    result = checked(tmp_path, files)
    assert told(result) == []
    assert [value(result, p, "2022-01-01") for p in ("national", "hubei", "hubei/shiyan", "hunan")] == [
        "may_issue", "must_not", "must_not", "may_issue",
    ]  # fmt: skip


def test_f4_two_steps_of_one_field_from_the_same_day(tmp_path: Path) -> None:
    text = certificate() + (
        'changes:\n  - {from: "2022-01-01", source: notice, set: {name: 甲}}\n'
        '  - {from: "2022-01-01", source: notice, set: {name: 乙}}\n'
    )
    result = checked(tmp_path, {FILE: text})
    assert told(result) == [f"{FILE}:13:5 D103 error"]


def test_f4_imprecise_dates_go_by_the_order_of_the_file_and_say_so(tmp_path: Path) -> None:
    text = certificate() + (
        'changes:\n  - {from: "2022", source: notice, set: {name: 甲}}\n'
        '  - {from: "2022-03", source: notice, set: {name: 乙}}\n'
    )
    result = checked(tmp_path, {FILE: text})
    assert told(result) == []
    trail = directory(result, "national", "2023-01-01").items[ITEM].values["name"].trail
    assert [(step.value, step.order_unstated) for step in trail] == [
        ("某证明", False),
        ("甲", False),
        ("乙", True),
    ]


def test_f7_announced_steps_and_the_next_change(tmp_path: Path) -> None:
    text = certificate() + 'changes:\n  - {from: "2030-05-01", source: notice, set: {name: 新名}}\n'
    result = checked(tmp_path, {FILE: text})
    now = directory(result, "hubei", "2026-01-01")
    assert now.items[ITEM].name == "某证明"
    assert [(u.item, u.path) for u in now.upcoming] == [(ITEM, "name")]
    assert now.changes_next == date(2030, 5, 1)
    assert value(result, "hubei", "2030-04-30", "name") == "某证明"
    assert value(result, "hubei", "2030-05-01", "name") == "新名"


def test_f10_f11_verbs_and_keyed_lists(tmp_path: Path) -> None:
    text = certificate(
        more="""\
        aliases: [甲, 乙]
        changes:
          - source: notice
            from: "2021-01-01"
            add: {aliases: [丙]}
            remove: {aliases: [甲]}
          - source: notice
            from: "2022-01-01"
            set: {cases: [{id: default, instead: [{id: police, do: 去派出所}]}]}
          - source: notice
            from: "2023-01-01"
            unset: [cases.default.instead.police]
    """
    )
    result = checked(tmp_path, {FILE: text})
    assert told(result) == []
    assert value(result, "national", "2021-01-01", "aliases") == ["乙", "丙"]
    assert value(result, "national", "2022-01-01", "cases.default.instead.police.do") == "去派出所"
    assert value(result, "national", "2022-01-01") == "must_not"
    assert value(result, "national", "2023-01-01", "cases.default.instead.police.do") is None


def test_f10_withdraw_and_restore(tmp_path: Path) -> None:
    below = (
        "adjusts: national\nchanges:\n"
        '  - {from: "2022-01-01", source: local, withdraw: true, was: {cases: [{id: default, verdict: unknown}]}}\n'
        '  - {from: "2023-01-01", source: local, restore: true}\n'
    )
    result = checked(tmp_path, {FILE: certificate("unknown"), BELOW: below})
    assert told(result) == []
    assert ITEM in directory(result, "hubei", "2022-06-01").withdrawn
    assert ITEM in directory(result, "national", "2022-06-01").items
    assert ITEM in directory(result, "hubei/shiyan", "2023-01-01").items


def test_f17_an_opt_in_item_enters_below_only_where_it_is_adopted(tmp_path: Path) -> None:
    files = {
        FILE: certificate("unknown") + "adoption: opt-in\n",
        BELOW: change('from: "2022-01-01"\nsource: local\nadopt: true'),
        **HUNAN,
    }
    result = checked(tmp_path, files)
    assert told(result) == []
    assert value(result, "national", "2022-01-01") == "unknown"
    assert value(result, "hubei", "2021-12-31") is None
    assert [value(result, p, "2022-01-01") for p in ("hubei", "hubei/shiyan", "hunan")] == [
        "unknown",
        "unknown",
        None,
    ]


def test_f12_a_change_names_its_document(tmp_path: Path) -> None:
    result = checked(tmp_path, {FILE: certificate(), BELOW: change("set: {name: 新名}\nwas: {name: 某证明}")})
    assert told(result) == [f"{BELOW}:3:5 I109 error"]


def test_f13_was_is_wanted_and_compared(tmp_path: Path) -> None:
    missing = checked(
        tmp_path / "a", {FILE: certificate(), BELOW: change("source: local\nset: {name: 新名}")}
    )
    assert told(missing) == [f"{BELOW}:3:5 I103 error"]
    wrong = change("source: local\nset: {name: 新名}\nwas: {name: 别名}")
    assert told(checked(tmp_path / "b", {FILE: certificate(), BELOW: wrong})) == [f"{BELOW}:5:5 I104 warning"]


MOVED = certificate() + 'changes:\n  - {from: "2024-01-01", source: notice, set: {name: 国家新名}}\n'
RENAMED = change('from: "2022-01-01"\nsource: local\nset: {name: 新名}\nwas: {name: 某证明}')


def test_f13_an_inherited_value_that_moves_later_is_a_warning_until_kept(tmp_path: Path) -> None:
    assert told(checked(tmp_path / "a", {FILE: MOVED, BELOW: RENAMED})) == [f"{BELOW}:5:17 I105 warning"]
    kept = RENAMED + '  - {from: "2024-02-01", reason: 仍用省名, keep: [name], inherited: {name: 国家新名}}\n'
    assert told(checked(tmp_path / "b", {FILE: MOVED, BELOW: kept})) == []


def test_f14_what_an_ancestor_does_later_suspends_and_never_blocks(tmp_path: Path) -> None:
    upper = certificate("unknown") + (
        'changes:\n  - {from: "2024-01-01", source: notice, set: {cases: [{id: default, verdict: must_not}]}}\n'
    )
    below = change("""\
        from: "2022-01-01"
        source: local
        set: {cases: [{id: default, verdict: may_issue, basis: [own]}], basis: [{id: own, source: local}]}
        was: {cases: [{id: default, verdict: unknown, basis: [list]}]}
        was_absent: [basis.own]
    """)
    result = checked(tmp_path, {FILE: upper, BELOW: below})
    assert told(result) == [f"{BELOW}:5:42 I107 warning"]
    assert value(result, "hubei", "2023-12-31") == "may_issue"
    assert value(result, "hubei", "2024-01-01") == "must_not"
    trail = directory(result, "hubei", "2024-01-01").items[ITEM].values[VERDICT].trail
    assert [step.fate for step in trail] == ["applied", "applied", "suspended"]


def test_f15_a_change_without_effect(tmp_path: Path) -> None:
    same = change("source: local\nset: {name: 某证明}\nwas: {name: 某证明}")
    assert told(checked(tmp_path / "a", {FILE: certificate(), BELOW: same})) == [f"{BELOW}:4:17 I102 error"]
    nothing = change("source: local\nset: {name: 新名}\nwas: {name: 某证明}")
    assert told(checked(tmp_path / "b", {BELOW: nothing})) == [f"{BELOW}:1:10 I101 error"]


def test_f18_the_ancestors_introduction_becomes_the_base(tmp_path: Path) -> None:
    late = certificate("unknown") + 'from: "2024-01-01"\n'
    own = certificate("must_not", "local", name="省名")
    result = checked(tmp_path / "a", {FILE: late, BELOW: own})
    assert told(result) == [f"{BELOW}:1:1 I108 warning"]
    assert value(result, "hubei", "2023-12-31", "name") == "省名"
    assert value(result, "hubei", "2024-01-01", "name") == "某证明"
    joins = 'joins: {place: national, from: "2024-01-01", source: local, keep: [name]}\n'
    joined = checked(tmp_path / "b", {FILE: late, BELOW: own + joins})
    assert told(joined) == []
    assert value(joined, "hubei", "2024-01-01", "name") == "省名"
    assert value(joined, "hubei", "2024-01-01") == "unknown"


def test_f25_f26_moves_of_a_verdict(tmp_path: Path) -> None:
    allowed = {
        ("not_needed", "must_not"),
        ("may_issue", "must_not"),
    }
    tried = [*allowed, ("must_not", "may_issue"), ("must_not", "not_needed"), ("not_needed", "may_issue"),
             ("may_refuse", "may_issue"), ("unknown", "may_issue"), ("unknown", "must_not")]  # fmt: skip
    for number, (old, new) in enumerate(tried):
        below = change(f"""\
            source: local
            set: {{cases: [{{id: default, verdict: {new}}}]}}
            was: {{cases: [{{id: default, verdict: {old}}}]}}
        """)
        result = checked(tmp_path / str(number), {FILE: certificate(old), BELOW: below})
        expected = [] if (old, new) in allowed else [f"{BELOW}:4:42 C201 error"]
        assert told(result) == expected, (old, new)


def test_f26_unknown_may_become_anything_with_its_own_basis(tmp_path: Path) -> None:
    for new in ("must_issue", "may_issue", "not_needed", "must_not"):
        below = change(f"""\
            source: local
            set: {{cases: [{{id: default, verdict: {new}, basis: [own]}}], basis: [{{id: own, source: local}}]}}
            was: {{cases: [{{id: default, verdict: unknown, basis: [list]}}]}}
            was_absent: [basis.own]
        """)
        assert told(checked(tmp_path / new, {FILE: certificate("unknown"), BELOW: below})) == []
        borrowed = below.replace("basis: [own]", "basis: [list]").replace(", basis: [list]}]}\n", "}]}\n")
        result = checked(tmp_path / f"{new}-borrowed", {FILE: certificate("unknown"), BELOW: borrowed})
        assert f"{BELOW}:4:42 C201 error" in told(result)


def test_f26_what_rests_on_law_is_locked(tmp_path: Path) -> None:
    below = change("""\
        source: local
        set: {cases: [{id: default, verdict: must_not}]}
        was: {cases: [{id: default, verdict: may_issue}]}
    """)
    assert told(checked(tmp_path, {FILE: certificate("may_issue", "law"), BELOW: below})) == [
        f"{BELOW}:4:42 C201 error"
    ]


def test_f40_the_trail_replays_to_the_value(tmp_path: Path) -> None:
    result = checked(tmp_path, {FILE: MOVED, BELOW: RENAMED})
    for place in result.catalogue.places:
        for item in directory(result, place, "2025-01-01").items.values():
            for leaf in item.values.values():
                applied = [step for step in leaf.trail if step.fate == "applied"]
                assert applied[-1].value == leaf.value


def test_f42_the_order_of_files_does_not_matter(tmp_path: Path) -> None:
    files = {FILE: MOVED, BELOW: RENAMED, "national/certificates/a.yaml": certificate(name="另一证明")}
    one = checked(tmp_path / "a", files)
    two = checked(tmp_path / "b", dict(reversed(files.items())))
    day = date(2025, 1, 1)
    assert repr(resolve(one.catalogue, "hubei", day)) == repr(resolve(two.catalogue, "hubei", day))


def test_f43_a_place_without_files_has_its_parents_directory(tmp_path: Path) -> None:
    result = checked(tmp_path, {FILE: MOVED, BELOW: RENAMED})
    below, above = (directory(result, p, "2025-01-01") for p in ("hubei/shiyan", "hubei"))
    assert below.items == above.items
    assert [p.path for p in result.catalogue.children("hubei")] == ["hubei/shiyan"]
