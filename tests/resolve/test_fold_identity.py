"""One matter, one id: who introduces it, what it is called, what it becomes (FOLD F17 to F20)."""

from pathlib import Path

from tests.resolve.asking import BELOW, FILE, HUNAN, ITEM, VERDICT, directory, told, value
from tests.small import certificate, change, checked

CITY = "hubei/shiyan/certificates/it.yaml"
LATE = certificate("unknown") + 'from: "2024-01-01"\n'
OWN = certificate("unknown", "local", name="省名", more="aliases: [某证明]\n")
JOINS = 'joins: {place: national, from: "2024-01-01", source: local, keep: [name]}\n'


def test_f17_what_is_not_offered_need_not_be_adopted(tmp_path: Path) -> None:
    taken = change('from: "2022-01-01"\nsource: local\nadopt: true')
    assert told(checked(tmp_path, {FILE: certificate(), BELOW: taken})) == [f"{BELOW}:5:5 I102 error"]


def test_f17_below_a_place_that_adopts_the_item_is_there(tmp_path: Path) -> None:
    offered = certificate("unknown") + "adoption: opt-in\n"
    taken = change('from: "2022-01-01"\nsource: local\nadopt: true')
    result = checked(tmp_path, {FILE: offered, BELOW: taken, **HUNAN})
    assert ITEM in directory(result, "hunan", "2023-01-01").offered
    assert ITEM in directory(result, "hubei/shiyan", "2023-01-01").items


def test_f18_what_stood_before_the_join_stands_only_where_it_is_kept(tmp_path: Path) -> None:
    changes = (
        'changes:\n  - {from: "2022-01-01", source: local, set: {name: 省新名, asked_by: [银行]}}\n'
        '  - {from: "2025-01-01", source: local, set: {asked_by: [学校]}, was_absent: [asked_by]}\n'
    )
    result = checked(tmp_path, {FILE: LATE, BELOW: OWN + JOINS + changes})
    assert value(result, "hubei", "2023-06-01", "asked_by") == ["银行"]
    assert [value(result, "hubei", "2024-06-01", path) for path in ("name", "asked_by")] == ["省新名", None]
    assert value(result, "hubei", "2025-01-01", "asked_by") == ["学校"]


def test_f18_joins_names_the_day_the_ancestor_begins(tmp_path: Path) -> None:
    wrong = JOINS.replace("2024-01-01", "2023-01-01")
    assert f"{BELOW}:12:32 I119 warning" in told(checked(tmp_path, {FILE: LATE, BELOW: OWN + wrong}))


def test_f18_joins_names_the_place_above_that_lists_the_item(tmp_path: Path) -> None:
    wrong = JOINS.replace("place: national", "place: hubei")
    assert told(checked(tmp_path, {FILE: LATE, BELOW: OWN + wrong})) == [f"{BELOW}:12:16 I127 warning"]
    assert told(checked(tmp_path / "b", {BELOW: OWN + JOINS})) == [f"{BELOW}:12:8 I127 warning"]


def test_f18_joins_keeps_fields_that_there_are_and_that_the_place_gives(tmp_path: Path) -> None:
    unknown = JOINS.replace("[name]", "[nmae]")
    assert told(checked(tmp_path, {FILE: LATE, BELOW: OWN + unknown})) == [f"{BELOW}:12:68 I111 error"]
    not_given = JOINS.replace("[name]", "[name, asked_by]")
    assert told(checked(tmp_path / "b", {FILE: LATE, BELOW: OWN + not_given})) == [
        f"{BELOW}:12:74 I127 warning"
    ]


def test_f18_a_file_below_that_adjusts_the_former_introducer_is_read_as_adjusting_the_ancestor(
    tmp_path: Path,
) -> None:
    city = change(
        'from: "2025-01-01"\nsource: hubei/local\nset: {name: 市名}\nwas: {name: 省名}', adjusts="hubei"
    )
    result = checked(tmp_path, {FILE: LATE, BELOW: OWN + JOINS, CITY: city})
    assert told(result) == [f"{CITY}:1:10 I118 warning"]
    assert value(result, "hubei/shiyan", "2025-01-01", "name") == "市名"


def test_f18_an_older_introduction_added_afterwards_is_the_base_too(tmp_path: Path) -> None:
    early = certificate("unknown") + 'from: "2019-01-01"\n'
    result = checked(tmp_path, {FILE: early, BELOW: OWN})
    assert told(result) == [f"{BELOW}:1:1 I108 warning"]
    assert value(result, "hubei", "2022-01-01", "name") == "某证明"


def test_f19_a_name_met_later_is_a_warning(tmp_path: Path) -> None:
    upper = (
        certificate(name="国家名")
        + 'changes:\n  - {from: "2024-01-01", source: notice, set: {name: 共同名}}\n'
    )
    files = {FILE: upper, "hubei/certificates/mine.yaml": certificate("unknown", "local", name="共同名")}
    mine = "hubei/certificates/mine.yaml:1:7 I121 warning"
    assert told(checked(tmp_path, files)) == [mine, f"{FILE}:12:54 I121 warning"]
    renamed = {**files, FILE: certificate(name="共同名") + 'from: "2024-01-01"\n'}
    assert told(checked(tmp_path / "b", renamed)) == [mine, f"{FILE}:1:7 I121 warning"]


def test_f19_names_that_changes_below_give_are_compared_too(tmp_path: Path) -> None:
    mine, change_mine = (
        "hubei/certificates/mine.yaml",
        'changes:\n  - {from: "2024-01-01", source: local, BODY}\n',
    )
    files = {
        FILE: certificate(name="国家名"),
        mine: certificate("unknown", "local", name="省名") + change_mine,
    }
    for number, (body, column) in enumerate(
        ((("set: {name: 国家名}"), 53), ("add: {aliases: [国家名]}", 57))
    ):
        result = checked(tmp_path / str(number), {**files, mine: files[mine].replace("BODY", body)})
        assert told(result) == [f"{mine}:12:{column} I121 warning", f"{FILE}:1:7 I121 warning"]
    inherited = {
        FILE: certificate(), "national/certificates/other.yaml": certificate(name="另一证明"),
        BELOW: change('from: "2022-01-01"\nsource: local\nset: {name: 另一证明}\nwas: {name: 某证明}'),
    }  # fmt: skip
    assert told(checked(tmp_path / "c", inherited)) == [
        f"{BELOW}:5:17 I121 warning", "national/certificates/other.yaml:1:7 I121 warning",
    ]  # fmt: skip


def test_f19_an_alias_that_the_upper_place_added_before_is_an_inherited_name(tmp_path: Path) -> None:
    upper = certificate(name="国家名") + (
        'changes:\n  - {from: "2020-06-01", source: notice, add: {aliases: [共同名]}}\n'
    )
    files = {FILE: upper, "hubei/certificates/mine.yaml": certificate("unknown", "local", name="共同名")}
    assert told(checked(tmp_path, files)) == ["hubei/certificates/mine.yaml:1:7 I120 error"]


def test_f19_distinct_says_why_it_is_another_matter(tmp_path: Path) -> None:
    mine = certificate("unknown", "local") + "distinct: [{item: certificates/it, why: 只是同名}]\n"
    assert told(checked(tmp_path, {FILE: certificate(), "hubei/certificates/mine.yaml": mine})) == []


def test_f19_what_narrows_a_wider_item_is_bound_to_it(tmp_path: Path) -> None:
    upper = certificate("unknown") + (
        'changes:\n  - {from: "2024-01-01", source: notice, set: {cases: [{id: default, verdict: must_not}]}}\n'
    )
    part = certificate("may_issue", "local", name="某证明（一部分）") + "narrows: certificates/it\n"
    result = checked(tmp_path, {FILE: upper, "hubei/certificates/part.yaml": part})
    assert value(result, "hubei", "2023-01-01", item="certificates/part") == "may_issue"
    assert value(result, "hubei", "2024-01-01", item="certificates/part") == "must_not"
    assert [f for f in told(result) if "part.yaml" in f] == ["hubei/certificates/part.yaml:9:14 I107 warning"]


def test_f19_one_id_on_different_chains_is_one_matter(tmp_path: Path) -> None:
    local = {"hunan/sources/local.yaml": "title: 湘\nkind: local_document\ncopy: primary\nread: full\n"}
    files = {
        **HUNAN, **local, BELOW: certificate("unknown", "local", name="甲证明"),
        "hunan/certificates/it.yaml": certificate("unknown", "local", name="乙证明"),
    }  # fmt: skip
    assert told(checked(tmp_path, files)) == [
        f"{BELOW}:1:7 I124 warning", "hunan/certificates/it.yaml:1:7 I124 warning",
    ]  # fmt: skip
    met = {**files, BELOW: files[BELOW] + "aliases: [乙证明]\n"}
    assert told(checked(tmp_path / "b", met)) == []


NEW = "national/certificates/new.yaml"
REDIRECTS = (
    "redirects:\n"
    '  - {id: one, item: certificates/it, to: [certificates/new], from: "2024-01-01", source: notice}\n'
)


def moved(**more: str) -> dict[str, str]:
    return {
        FILE: certificate("unknown"), NEW: certificate("unknown", name="新编号的证明") + 'from: "2024-01-01"\n',
        "national/redirects.yaml": REDIRECTS, **more,
    }  # fmt: skip


def test_f20_a_redirected_id_stays_findable_and_names_its_successor(tmp_path: Path) -> None:
    result = checked(tmp_path, moved())
    assert told(result) == []
    assert value(result, "hubei", "2023-12-31") == "unknown"
    gone = directory(result, "hubei", "2024-01-01").withdrawn[ITEM]
    assert (gone.how, gone.replaced_by, gone.item.name) == ("redirected", ("certificates/new",), "某证明")


def test_f20_a_file_below_that_uses_the_old_id_is_read_as_the_target(tmp_path: Path) -> None:
    below = change('from: "2022-01-01"\nsource: local\nset: {asked_by: [银行]}\nwas_absent: [asked_by]')
    result = checked(tmp_path, moved(**{BELOW: below}))
    assert f"{BELOW}:1:1 I122 warning" in told(result)
    assert all(line.endswith("warning") for line in told(result))
    assert value(result, "hubei", "2023-06-01", "asked_by") == ["银行"]
    assert value(result, "hubei", "2024-06-01", "asked_by", "certificates/new") == ["银行"]


def test_f20_a_list_that_uses_the_old_id_is_told(tmp_path: Path) -> None:
    listed = (
        "title: 清单\nkind: certificates\nsource: local\nbodies: [village]\npolarity: excludes\ncomplete: true\n"
        "entries:\n  - {id: a, as_named: 某, item: certificates/it}\n"
    )
    result = checked(tmp_path, moved(**{"hubei/lists/l.yaml": listed}))
    assert told(result) == ["hubei/lists/l.yaml:8:32 I122 warning"]


def test_f20_no_redirect_points_at_a_redirect_of_its_file(tmp_path: Path) -> None:
    chain = REDIRECTS + '  - {id: two, item: certificates/new, to: [certificates/it], from: "2025-01-01"}\n'
    found = told(checked(tmp_path, moved(**{"national/redirects.yaml": chain})))
    assert [line for line in found if "I123" in line] == [
        "national/redirects.yaml:2:43 I123 error", "national/redirects.yaml:3:44 I123 error",
    ]  # fmt: skip


def test_f19_a_circle_of_parts_is_told_and_ends(tmp_path: Path) -> None:
    one = certificate("unknown", name="甲") + "narrows: certificates/b\n"
    two = certificate("unknown", name="乙") + "narrows: certificates/a\n"
    result = checked(tmp_path, {"national/certificates/a.yaml": one, "national/certificates/b.yaml": two})
    assert [line.split()[1] for line in told(result)] == ["I125", "I125"]


def test_f20_what_was_said_of_an_id_that_was_split_holds_for_each_part_but_the_name(tmp_path: Path) -> None:
    split = REDIRECTS.replace("[certificates/new]", "[certificates/new, certificates/third]")
    third = {"national/certificates/third.yaml": certificate("unknown", name="第三证明")}
    below = change(
        'from: "2022-01-01"\nsource: local\nset: {name: 省名, asked_by: [银行]}\nwas: {name: 某证明}\n'
        "was_absent: [asked_by]"
    )
    result = checked(tmp_path, moved(**{BELOW: below, "national/redirects.yaml": split, **third}))
    assert told(result) == [f"{BELOW}:1:1 I122 warning"]
    for item, name in (("certificates/new", "新编号的证明"), ("certificates/third", "第三证明")):
        assert value(result, "hubei", "2024-06-01", "asked_by", item) == ["银行"]
        assert value(result, "hubei", "2024-06-01", "name", item) == name


def test_f20_an_introduction_below_under_the_old_id_goes_with_what_it_keeps(tmp_path: Path) -> None:
    kept = "keep: [cases.default.verdict, cases.default.basis, basis]"
    own = certificate("may_issue", "local", name="省名", more="asked_by: [银行]\n")
    own += f'joins: {{place: national, from: "2020-01-01", source: local, {kept}}}\n'
    result = checked(tmp_path, moved(**{BELOW: own}))
    assert told(result) == [f"{BELOW}:1:1 I122 warning"]
    assert value(result, "hubei", "2023-06-01") == "may_issue"
    after = [
        value(result, "hubei", "2024-06-01", p, "certificates/new") for p in (VERDICT, "name", "asked_by")
    ]
    assert after == ["may_issue", "新编号的证明", None]


def test_f20_a_redirect_below_onto_a_redirected_id_leads_on(tmp_path: Path) -> None:
    lower = (
        "redirects:\n  - {id: a, item: certificates/x, to: [certificates/it], "
        'from: "2022-01-01", source: local}\n'
    )
    city = change(
        'from: "2021-06-01"\nsource: hubei/local\nset: {asked_by: [银行]}\nwas_absent: [asked_by]', "hubei"
    )
    files = {
        "hubei/certificates/x.yaml": certificate("unknown", "local", name="省证明"), "hubei/redirects.yaml": lower,
        "hubei/shiyan/certificates/x.yaml": city,
    }  # fmt: skip
    result = checked(tmp_path, moved(**files))
    assert told(result) == [
        "hubei/redirects.yaml:2:40 I122 warning", "hubei/shiyan/certificates/x.yaml:1:1 I122 warning",
    ]  # fmt: skip
    became = [
        directory(result, "hubei", d).withdrawn["certificates/x"].replaced_by
        for d in ("2022-01-01", "2024-01-01")
    ]
    assert became == [("certificates/it",), ("certificates/new",)]
    for day, item in (
        ("2021-12-31", "certificates/x"),
        ("2023-12-31", ITEM),
        ("2024-01-01", "certificates/new"),
    ):
        assert value(result, "hubei/shiyan", day, "asked_by", item) == ["银行"]


def test_f20_a_change_written_after_the_day_is_read_as_of_the_new_id_only(tmp_path: Path) -> None:
    below = change('from: "2025-01-01"\nsource: local\nset: {name: 省名}\nwas: {name: 新编号的证明}')
    result = checked(tmp_path, moved(**{BELOW: below}))
    assert told(result) == [f"{BELOW}:1:1 I122 warning"]
    assert value(result, "hubei", "2025-01-01", "name", "certificates/new") == "省名"
    assert directory(result, "hubei", "2025-01-01").withdrawn[ITEM].item.name == "某证明"
    own = certificate("unknown") + 'changes:\n  - {from: "2025-01-01", source: notice, set: {name: 改名}}\n'
    assert told(checked(tmp_path / "b", moved(**{FILE: own}))) == [f"{FILE}:12:5 I117 warning"]


def test_f20_two_ids_that_merge_bring_their_changes_together(tmp_path: Path) -> None:
    lines = 'from: "2022-01-01"\nsource: local\nset: {asked_by: [WHO]}\nwas_absent: [asked_by]'
    both = REDIRECTS + '  - {id: two, item: certificates/old, to: [certificates/new], from: "2024-01-01"}\n'
    files = moved(**{
        BELOW: change(lines.replace("WHO", "银行")),
        "hubei/certificates/old.yaml": change(lines.replace("WHO", "学校")),
        "national/certificates/old.yaml": certificate("unknown", name="又一证明"), "national/redirects.yaml": both,
    })  # fmt: skip
    assert all(line.endswith("warning") for line in told(checked(tmp_path, files)))


def test_f17_what_is_not_adopted_cannot_be_changed_or_withdrawn(tmp_path: Path) -> None:
    offered = certificate("unknown") + "adoption: opt-in\n"
    named = change('from: "2022-01-01"\nsource: local\nset: {name: 省名}\nwas: {name: 某证明}')
    result = checked(tmp_path, {FILE: offered, BELOW: named})
    assert told(result) == [f"{BELOW}:3:5 I117 warning"]
    assert directory(result, "hubei", "2023-01-01").offered[ITEM].name == "某证明"
    gone = change(
        'from: "2022-01-01"\nsource: local\nwithdraw: true\nwas: {cases: [{id: default, verdict: unknown}]}'
    )
    result = checked(tmp_path / "b", {FILE: offered, BELOW: gone})
    assert told(result) == [f"{BELOW}:3:5 I117 warning"]
    assert ITEM in directory(result, "hubei", "2023-01-01").offered


def test_f3_f17_a_change_of_before_the_adoption_takes_hold_with_it(tmp_path: Path) -> None:
    below = change('from: "2022-01-01"\nsource: local\nset: {name: 省名}\nwas: {name: 某证明}')
    below += '  - {from: "2023-01-01", source: local, adopt: true}\n'
    result = checked(tmp_path, {FILE: certificate("unknown") + "adoption: opt-in\n", BELOW: below})
    assert told(result) == []
    assert directory(result, "hubei", "2022-06-01").offered[ITEM].name == "某证明"
    assert [value(result, place, "2023-01-01", "name") for place in ("hubei", "hubei/shiyan")] == ["省名"] * 2


def test_f16_a_file_that_adjusts_and_then_introduces_is_not_told_that_another_lists_the_item(
    tmp_path: Path,
) -> None:
    own = "".join(f"  {line}\n" for line in certificate("unknown", "local", name="自列").splitlines())
    below = change(
        'from: "2021-06-01"\nuntil: "2023-01-01"\nsource: local\nset: {name: 省名}\nwas: {name: 某证明}'
    )
    upper = certificate("unknown") + (
        'changes:\n  - {from: "2023-01-01", source: notice, withdraw: true, below: open}\n'
    )
    result = checked(tmp_path, {FILE: upper, BELOW: f'{below}introduces:\n{own}  from: "2024-01-01"\n'})
    assert told(result) == []
    names = [value(result, "hubei", day, "name") for day in ("2022-01-01", "2023-06-01", "2024-06-01")]
    assert names == ["省名", None, "自列"]
