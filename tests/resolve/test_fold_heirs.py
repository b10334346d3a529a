"""Who has an item from whom: adoption, joining, narrowing, redirects, places in time (FOLD F17 to F20, F33)."""

from datetime import date
from pathlib import Path

import pytest

from generator.resolve import OutsideItsTimeError, resolve
from tests.resolve.asking import BELOW, FILE, HUNAN, ITEM, VERDICT, directory, told, value
from tests.small import certificate, change, checked

CITY = "hubei/shiyan/certificates/it.yaml"
OFFERED = certificate("unknown") + "adoption: opt-in\n"


def changes(*lines: str) -> str:
    return "changes:\n" + "".join(f"  - {{{line}}}\n" for line in lines)


def test_f17_to_adopt_names_a_source_and_a_day(tmp_path: Path) -> None:
    for number, (body, right) in enumerate(
        (('source: local\nfrom: "2022-01-01"', True), ("source: local", False), ('from: "2022-01-01"', False))
    ):
        result = checked(tmp_path / str(number), {FILE: OFFERED, BELOW: change(f"{body}\nadopt: true")})
        assert ("error" not in {line.split()[2] for line in told(result)}) is right, told(result)


def test_f17_a_place_below_may_adopt_what_the_one_between_did_not(tmp_path: Path) -> None:
    taken = change('from: "2022-01-01"\nsource: hubei/local\nadopt: true')
    result = checked(tmp_path, {FILE: OFFERED, CITY: taken})
    assert told(result) == []
    assert ITEM in directory(result, "hubei", "2023-01-01").offered
    assert [value(result, "hubei/shiyan", d) for d in ("2021-12-31", "2022-01-01")] == [None, "unknown"]


LATE = certificate("unknown") + 'from: "2024-01-01"\n'
OWN = certificate("unknown", "local", name="省名", more="aliases: [某证明]\n")
JOINS = 'joins: {{place: national, from: "{day}", source: local, keep: [name]}}\n'
RESTORED = certificate("unknown") + changes(
    'from: "2021-01-01", source: notice, withdraw: true, below: open',
    'from: "2024-01-01", source: notice, restore: true',
)


def test_f18_an_introduction_that_is_restored_is_the_base_again(tmp_path: Path) -> None:
    own = OWN + 'from: "2022-01-01"\n'
    result = checked(tmp_path, {FILE: RESTORED, BELOW: own})
    assert [value(result, "hubei", d, "name") for d in ("2020-06-01", "2021-06-01", "2023-06-01", "2024-06-01")] == [
        "某证明", None, "省名", "某证明",
    ]  # fmt: skip
    assert [line.split()[1:] for line in told(result)] == [["I108", "warning"]]
    assert "2024-01-01" in next(f for f in result.findings if f.code == "I108").message.zh


def test_f18_after_a_restoration_joins_names_its_day(tmp_path: Path) -> None:
    own = OWN + 'from: "2022-01-01"\n' + JOINS.format(day="2024-01-01")
    result = checked(tmp_path, {FILE: RESTORED, BELOW: own})
    assert told(result) == []
    assert value(result, "hubei", "2024-06-01", "name") == "省名"


def test_f18_of_an_older_introduction_joins_names_its_day_and_keeps(tmp_path: Path) -> None:
    early = certificate("unknown") + 'from: "2019-01-01"\n'
    result = checked(tmp_path, {FILE: early, BELOW: OWN + JOINS.format(day="2019-01-01")})
    assert told(result) == []
    assert value(result, "hubei", "2022-06-01", "name") == "省名"


def test_f18_from_the_join_later_changes_say_what_they_change(tmp_path: Path) -> None:
    joined = OWN + JOINS.format(day="2024-01-01")
    late = 'from: "2025-01-01", source: local, set: {asked_by: [银行]}'
    early = late.replace("2025", "2022")
    for number, (line, codes) in enumerate(
        ((early, ["I107"]), (late, ["I103"]), (f"{late}, was_absent: [asked_by]", []))
    ):
        found = told(checked(tmp_path / str(number), {FILE: LATE, BELOW: joined + changes(line)}))
        assert [told_of.split()[1] for told_of in found] == codes, line


def test_f18_what_joins_keeps_is_governed_from_then(tmp_path: Path) -> None:
    own = certificate("may_issue", "local", name="省名", more="aliases: [某证明]\n")
    joins = JOINS.format(day="2024-01-01").replace("[name]", "[cases, name]")
    result = checked(tmp_path, {FILE: LATE.replace("unknown", "must_not"), BELOW: own + joins})
    assert [value(result, "hubei", d) for d in ("2023-06-01", "2024-06-01")] == ["may_issue", "must_not"]
    assert {line.split()[1:].__str__() for line in told(result)} == {"['I107', 'warning']"}


def test_f19_narrows_and_adjusts_end_the_quarrel_over_a_name(tmp_path: Path) -> None:
    mine = "hubei/certificates/mine.yaml"
    for number, (more, codes) in enumerate((("", ["I120"]), ("narrows: certificates/it\n", []))):
        files = {FILE: certificate("unknown"), mine: certificate("unknown", "local") + more}
        assert [line.split()[1] for line in told(checked(tmp_path / str(number), files))] == codes
    alias = certificate("unknown", "local", name="别名", more="aliases: [某证明]\n")
    found = told(checked(tmp_path / "alias", {FILE: certificate("unknown"), mine: alias}))
    assert [line.split()[1:] for line in found] == [["I120", "error"]]


def test_f19_a_name_that_the_upper_place_had_given_up_before_is_free(tmp_path: Path) -> None:
    upper = certificate("unknown") + changes('from: "2020-06-01", source: notice, set: {name: 国家新名}')
    files = {FILE: upper, "hubei/certificates/mine.yaml": certificate("unknown", "local")}
    assert told(checked(tmp_path, files)) == []


def test_f19_a_part_is_bound_from_its_first_day_and_says_so(tmp_path: Path) -> None:
    part = certificate("may_issue", "local", name="某证明（一部分）") + "narrows: certificates/it\n"
    result = checked(tmp_path, {FILE: certificate(), "hubei/certificates/part.yaml": part})
    assert value(result, "hubei", "2023-01-01", item="certificates/part") == "must_not"
    assert [line.split()[1] for line in told(result)] == ["I107"]


NEW = "national/certificates/new.yaml"
REDIRECTS = (
    "redirects:\n"
    '  - {id: one, item: certificates/it, to: [certificates/new], from: "2024-01-01", source: notice}\n'
)
MOVED = {
    FILE: certificate("unknown"), NEW: certificate("unknown", name="新编号的证明") + 'from: "2024-01-01"\n',
    "national/redirects.yaml": REDIRECTS,
}  # fmt: skip


def test_f20_a_redirect_is_dated_and_stands_where_the_item_is_introduced(tmp_path: Path) -> None:
    undated = {**MOVED, "national/redirects.yaml": REDIRECTS.replace('from: "2024-01-01", ', "")}
    assert "error" in {line.split()[2] for line in told(checked(tmp_path / "a", undated))}
    elsewhere = {**MOVED, "hubei/redirects.yaml": REDIRECTS.replace("source: notice", "source: local")}
    del elsewhere["national/redirects.yaml"]
    assert "hubei/redirects.yaml:2:21 I123 error" in told(checked(tmp_path / "b", elsewhere))


def test_f20_two_places_may_redirect_their_own_and_each_is_followed_below(tmp_path: Path) -> None:
    own = certificate("unknown", "national/notice", name="省证明")
    lower = 'redirects:\n  - {id: a, item: certificates/x, to: [certificates/y], from: "2022-01-01"}\n'
    listed = (
        "title: 清单\nkind: certificates\nsource: national/notice\nbodies: [village]\npolarity: excludes\n"
        "complete: true\nentries:\n  - {id: a, as_named: 某, item: certificates/x}\n"
    )
    files = {**HUNAN}
    for place in ("hubei", "hunan"):
        files[f"{place}/certificates/x.yaml"] = own
        files[f"{place}/certificates/y.yaml"] = own.replace("省证明", "新证明") + 'from: "2022-01-01"\n'
        files[f"{place}/redirects.yaml"], files[f"{place}/lists/l.yaml"] = lower, listed
    found = [line for line in told(checked(tmp_path, files)) if "I122" in line]
    assert found == [f"{place}/lists/l.yaml:8:32 I122 warning" for place in ("hubei", "hunan")]


def test_f20_merging_leads_each_old_id_to_the_one(tmp_path: Path) -> None:
    both = REDIRECTS + '  - {id: two, item: certificates/old, to: [certificates/new], from: "2025-01-01"}\n'
    files = {**MOVED, "national/certificates/old.yaml": certificate("unknown", name="又一证明")}
    result = checked(tmp_path, {**files, "national/redirects.yaml": both})
    assert told(result) == []
    gone = directory(result, "hubei", "2025-01-01").withdrawn
    assert {item: found.replaced_by for item, found in gone.items()} == {
        ITEM: ("certificates/new",), "certificates/old": ("certificates/new",),
    }  # fmt: skip
    assert "certificates/old" in directory(result, "hubei", "2024-06-01").items


def test_f20_a_name_that_was_replaced_keeps_its_place_and_days_in_the_trail(tmp_path: Path) -> None:
    text = certificate() + changes('from: "2023-01-01", source: notice, set: {name: 新名}')
    trail = directory(checked(tmp_path, {FILE: text}), "hubei", "2024-01-01").items[ITEM].values["name"].trail
    assert [(step.value, step.place, step.start.text if step.start else "") for step in trail] == [
        ("某证明", "national", "2020-01-01"), ("新名", "national", "2023-01-01"),
    ]  # fmt: skip


def place(name: str, level: str = "city", more: str = "") -> str:
    return f"name: {name}\nlevel: {level}\n{more}"


SHIYAN, XIN = "hubei/shiyan/place.yaml", "hubei/xin/place.yaml"
ENDED = 'ended: {on: "2025-01-01", into: [hubei/xin]}\n'
CARRIES = 'from: "2025-01-01"\ncarries: [{from: hubei/shiyan, items: [certificates/it]}]\n'


def test_f33_what_is_carried_is_judged_on_the_new_chain_with_warnings_only(tmp_path: Path) -> None:
    """The successor stands in another province, which has excluded what the ended place allowed."""
    excluded = change(
        'from: "2024-01-01"\nsource: national/notice\nset: {cases: [{id: default, verdict: must_not}]}\n'
        "was: {cases: [{id: default, verdict: may_issue}]}"
    )
    lighter = change(
        'from: "2022-01-01"\nsource: hubei/local\nset: {cases: [{id: default, verdict: not_needed}]}\n'
        "was: {cases: [{id: default, verdict: may_issue}]}"
    )
    files = {
        **HUNAN, FILE: certificate("may_issue"), CITY: lighter, "hunan/certificates/it.yaml": excluded,
        SHIYAN: place("十堰市", more=ENDED.replace("hubei/xin", "hunan/xin")),
        "hunan/xin/place.yaml": place("新市", more=CARRIES),
    }  # fmt: skip
    result = checked(tmp_path, files)
    assert [value(result, p, d) for p, d in (("hubei/shiyan", "2024-06-01"), ("hunan/xin", "2025-01-01"))] == [
        "not_needed", "must_not",
    ]  # fmt: skip
    assert {line.split()[2] for line in told(result)} == {"warning"}


def test_f33_a_successor_without_carries_has_nothing_of_the_ended_place(tmp_path: Path) -> None:
    own = change('from: "2022-01-01"\nsource: hubei/local\nset: {name: 市名}\nwas: {name: 某证明}')
    files = {FILE: certificate(), CITY: own, SHIYAN: place("十堰市", more=ENDED),
             XIN: place("新市", more='from: "2025-01-01"\n')}  # fmt: skip
    assert value(checked(tmp_path / "a", files), "hubei/xin", "2025-06-01", "name") == "某证明"
    carrying = checked(tmp_path / "b", {**files, XIN: place("新市", more=CARRIES)})
    assert value(carrying, "hubei/xin", "2025-06-01", "name") == "市名"
    assert value(carrying, "hubei", "2025-06-01", "name") == "某证明"


def test_f33_a_merged_place_may_keep_the_folder_of_a_predecessor(tmp_path: Path) -> None:
    files = {
        FILE: certificate(),
        "hubei/jingmen/place.yaml": place("荆门市", more=ENDED.replace("hubei/xin", "hubei/shiyan")),
        SHIYAN: place("十堰市", more='changes:\n  - {from: "2025-01-01", source: hubei/local, set: {name: 合并市}}\n'),
    }  # fmt: skip
    result = checked(tmp_path, files)
    assert told(result) == []
    with pytest.raises(OutsideItsTimeError) as ended:
        resolve(result.catalogue, "hubei/jingmen", date(2025, 1, 1))
    assert ended.value.others == ("hubei/shiyan",)
    assert directory(result, "hubei/shiyan", "2025-01-01").items.keys() == {ITEM}


def test_f33_a_split_names_each_part_and_a_day_before_its_time_names_the_whole(tmp_path: Path) -> None:
    files = {
        SHIYAN: place("十堰市", more='ended: {on: "2025-01-01", into: [hubei/xin, hubei/jiu]}\n'),
        XIN: place("新市", more='from: "2025-01-01"\n'),
        "hubei/jiu/place.yaml": place("旧市", more='from: "2025-01-01"\n'),
    }  # fmt: skip
    catalogue = checked(tmp_path, files).catalogue
    with pytest.raises(OutsideItsTimeError) as ended:
        resolve(catalogue, "hubei/shiyan", date(2025, 1, 1))
    assert ended.value.others == ("hubei/xin", "hubei/jiu")
    for part in ended.value.others:
        with pytest.raises(OutsideItsTimeError) as early:
            resolve(catalogue, part, date(2024, 12, 31))
        assert early.value.others == ("hubei/shiyan",)


def test_f33_a_county_of_an_ended_place_that_is_not_carried_names_the_successor(tmp_path: Path) -> None:
    files = {SHIYAN: place("十堰市", more=ENDED), XIN: place("新市", more=CARRIES),
             "hubei/shiyan/maojian/place.yaml": place("茅箭区", "county")}  # fmt: skip
    catalogue = checked(tmp_path, files).catalogue
    with pytest.raises(OutsideItsTimeError) as ended:
        resolve(catalogue, "hubei/shiyan/maojian", date(2025, 1, 1))
    assert ended.value.others == ("hubei/xin",)


def test_f33_an_announced_merger_of_a_place_changes_nothing_before_its_day(tmp_path: Path) -> None:
    own = change('from: "2022-01-01"\nsource: hubei/local\nset: {name: 市名}\nwas: {name: 某证明}')
    files = {
        FILE: certificate(),
        CITY: own,
        SHIYAN: place("十堰市", more=ENDED),
        XIN: place("新市", more=CARRIES),
    }
    result = checked(tmp_path, files)
    assert told(result) == []
    assert value(result, "hubei/shiyan", "2024-12-31", "name") == "市名"
    assert value(result, "hubei/shiyan", "2024-12-31", VERDICT) == "must_not"


def test_f19_across_chains_an_alias_is_enough_and_a_later_change_of_name_too(tmp_path: Path) -> None:
    files = {
        **HUNAN,
        BELOW: certificate("unknown", "national/notice", name="甲证明"),
        "hunan/certificates/it.yaml": certificate(
            "unknown", "national/notice", name="乙证明", more="aliases: [甲证明]\n"
        ),
    }
    assert told(checked(tmp_path, files)) == []


def test_f33_code_is_optional_and_a_change_takes_name_code_and_level(tmp_path: Path) -> None:
    text = (
        'name: 某县\nlevel: county\nchanges:\n  - {from: "2024-01-01", source: hubei/local, '
        'set: {name: 某市, level: city, code: "420399"}}\n'
    )
    result = checked(tmp_path, {"hubei/mou/place.yaml": text})
    assert told(result) == []
    before, after = (result.catalogue.places["hubei/mou"].on(date(year, 1, 1)) for year in (2023, 2024))
    assert [(p.name, p.level, p.code) for p in (before, after)] == [
        ("某县", "county", None), ("某市", "city", "420399"),
    ]  # fmt: skip
