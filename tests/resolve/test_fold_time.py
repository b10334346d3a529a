"""The fold over time: what prevails, ends, is carried on, and who may set it again (FOLD F2, F4 to F6)."""

from pathlib import Path

import pytest

from tests.resolve.asking import BELOW, FILE, ITEM, VERDICT, directory, fates, told, value
from tests.small import certificate, change, checked

RENAMED = change('from: "2022-01-01"\nsource: local\nset: {name: 省名}\nwas: {name: 某证明}')


def test_f2_a_news_date_is_never_called_issued(tmp_path: Path) -> None:
    news = 'title: 报道\nkind: news\ncopy: news\nread: part\nreported: "2021-05-01"\n'
    result = checked(tmp_path, {"national/sources/news.yaml": news, FILE: certificate("unknown", "news")})
    step = directory(result, "national", "2022-01-01").items[ITEM].values["name"].trail[0]
    assert (step.since, step.start.text if step.start else None) == ("reported", "2021-05-01")


def test_f4_adding_and_removing_different_values_on_one_day_is_no_error(tmp_path: Path) -> None:
    lists = certificate(more="aliases: [甲, 乙]\n")
    both = (
        'changes:\n  - {from: "2022-01-01", source: notice, add: {aliases: [丙]}}\n'
        '  - {from: "2022-01-01", source: notice, remove: {aliases: [VALUE]}}\n'
    )
    fine = checked(tmp_path / "a", {FILE: lists + both.replace("VALUE", "甲")})
    assert told(fine) == []
    assert value(fine, "national", "2022-01-01", "aliases") == ["乙", "丙"]
    clash = checked(tmp_path / "b", {FILE: lists + both.replace("VALUE", "丙")})
    assert f"{FILE}:14:5 D103 error" in told(clash)


PREVAILING = certificate() + (
    'changes:\n  - {from: "2023-01-01", source: notice, clause: 第二条, prevails: true, set: {name: 统一名}}\n'
)


def test_f5_a_step_that_prevails_sets_aside_what_stood_below(tmp_path: Path) -> None:
    result = checked(tmp_path, {FILE: PREVAILING, BELOW: RENAMED})
    assert told(result) == [f"{BELOW}:5:17 I116 warning"]
    assert value(result, "hubei", "2022-12-31", "name") == "省名"
    assert value(result, "hubei", "2023-01-01", "name") == "统一名"
    assert fates(result, "hubei", "2023-01-01", "name") == ["applied", "applied", "superseded"]


def test_f5_lower_places_may_set_the_field_again_from_then(tmp_path: Path) -> None:
    again = RENAMED.replace("2022-01-01", "2023-06-01").replace("某证明", "统一名")
    result = checked(tmp_path, {FILE: PREVAILING, BELOW: again})
    assert told(result) == []
    assert value(result, "hubei", "2023-06-01", "name") == "省名"


def test_f5_without_the_mark_the_nearer_step_wins(tmp_path: Path) -> None:
    plain = PREVAILING.replace("prevails: true, ", "")
    result = checked(tmp_path, {FILE: plain, BELOW: RENAMED})
    assert told(result) == [f"{BELOW}:5:17 I105 warning"]
    assert value(result, "hubei", "2024-01-01", "name") == "省名"


def test_f5_a_step_that_prevails_names_its_clause(tmp_path: Path) -> None:
    bare = PREVAILING.replace("clause: 第二条, ", "")
    assert told(checked(tmp_path, {FILE: bare})) == [f"{FILE}:12:5 S103 error"]


def test_f6_a_step_ends_with_its_source(tmp_path: Path) -> None:
    trial = 'title: 试行\nkind: local_document\ncopy: primary\nread: full\nissued: "2022-01-01"\nuntil: "2023-01-01"\n'
    own = change("source: trial\nset: {name: 省名}\nwas: {name: 某证明}")
    result = checked(tmp_path, {FILE: certificate(), "hubei/sources/trial.yaml": trial, BELOW: own})
    assert told(result) == []
    assert value(result, "hubei", "2022-12-31", "name") == "省名"
    assert value(result, "hubei", "2023-01-01", "name") == "某证明"


def test_f6_an_introduction_that_ends_is_kept_as_lapsed(tmp_path: Path) -> None:
    text = (
        certificate("unknown")
        + 'until: "2024-01-01"\nchanges:\n  - {from: "2022-01-01", source: notice, set: {name: 后名}}\n'
    )
    gone = directory(checked(tmp_path, {FILE: text}), "hubei", "2025-01-01").withdrawn[ITEM]
    assert (gone.how, gone.item.name) == ("lapsed", "后名")


CONTINUED = (
    'until: "2023-01-01"\nchanges:\n  - {from: "2024-01-01", continue: {source: law, clause: 第九条}}\n'
)


def test_f6_continue_carries_on_under_a_new_source_and_revives_after_a_gap(tmp_path: Path) -> None:
    result = checked(tmp_path, {FILE: certificate("unknown") + CONTINUED})
    assert told(result) == []
    assert [value(result, "national", day) for day in ("2022-12-31", "2023-06-01", "2024-01-01")] == [
        "unknown", None, "unknown",
    ]  # fmt: skip
    trail = directory(result, "national", "2024-01-01").items[ITEM].values[VERDICT].trail
    assert [(s.verb, s.source.slug if s.source else None, s.clause) for s in trail] == [
        ("introduce", "notice", None), ("continue", "law", "第九条"),
    ]  # fmt: skip


def test_f6_continue_carries_the_changes_of_the_same_source_too(tmp_path: Path) -> None:
    other = CONTINUED + '  - {from: "2022-01-01", until: "2023-01-01", source: notice, set: {name: 后名}}\n'
    result = checked(tmp_path, {FILE: certificate("unknown") + other})
    assert value(result, "national", "2024-01-01", "name") == "后名"


def test_f6_the_last_basis_to_end_is_a_finding_and_one_of_several_is_not(tmp_path: Path) -> None:
    ended = (
        "title: 旧文件\nkind: department_document\ncopy: primary\nread: full\n"
        'issued: "2019-01-01"\nuntil: "2024-01-01"\n'
    )
    text = certificate("unknown").replace("    source: notice\n", "    source: old\n", 1)
    files = {"national/sources/old.yaml": ended, FILE: text}
    assert told(checked(tmp_path / "a", files)) == [f"{FILE}:3:1 B102 warning"]
    two = text.replace("cases:", "  - id: other\n    source: law\ncases:")
    assert told(checked(tmp_path / "b", {**files, FILE: two})) == []


@pytest.mark.parametrize(
    ("day", "expected"), [("2023-12-31", False), ("2024-06-01", True), ("2025-01-01", False)]
)
def test_f1_inside_an_imprecise_until_the_absence_is_uncertain(
    tmp_path: Path, day: str, expected: bool
) -> None:
    result = checked(tmp_path, {FILE: certificate("unknown") + 'until: "2024"\n'})
    found = directory(result, "national", day)
    item = found.items.get(ITEM) or found.withdrawn[ITEM].item
    assert item.date_uncertain is expected


def test_f6_continue_does_not_revive_a_change_that_ended_by_itself(tmp_path: Path) -> None:
    text = certificate("unknown") + (
        'until: "2023-01-01"\nchanges:\n'
        '  - {from: "2021-01-01", until: "2021-06-01", source: notice, set: {name: 临时名}}\n'
        '  - {from: "2023-01-01", continue: {source: law}}\n'
    )
    result = checked(tmp_path, {FILE: text})
    assert [value(result, "national", d, "name") for d in ("2021-03-01", "2022-01-01", "2024-01-01")] == [
        "临时名", "某证明", "某证明",
    ]  # fmt: skip


def test_f6_the_last_values_are_those_of_the_last_day(tmp_path: Path) -> None:
    text = certificate("unknown") + (
        'until: "2024-01-01"\nchanges:\n'
        '  - {from: "2021-01-01", until: "2022-01-01", source: notice, set: {name: 临时名}}\n'
    )
    assert (
        directory(checked(tmp_path, {FILE: text}), "national", "2025-01-01").withdrawn[ITEM].item.name
        == "某证明"
    )


def test_a_year_at_the_end_of_the_calendar_is_a_date(tmp_path: Path) -> None:
    result = checked(tmp_path, {FILE: certificate("unknown") + 'until: "9999"\n'})
    assert value(result, "national", "2024-01-01") == "unknown"


def test_f4_whatever_hangs_on_the_order_of_one_day_is_an_error(tmp_path: Path) -> None:
    pairs = [
        ("set: {aliases: [丙]}", "add: {aliases: [丁]}"),
        ("unset: [cases.default]", "set: {cases: [{id: default, when: 甲}]}"),
        ("withdraw: true", "restore: true"),
    ]  # fmt: skip
    for number, pair in enumerate(pairs):
        lines = "".join(f'  - {{from: "2022-01-01", source: notice, {verb}}}\n' for verb in pair)
        result = checked(tmp_path / str(number), {FILE: certificate("unknown") + f"changes:\n{lines}"})
        assert f"{FILE}:13:5 D103 error" in told(result), pair


def test_f2_a_law_holds_from_the_edition_it_is_cited_by(tmp_path: Path) -> None:
    law = (
        'title: 某法\nkind: law\ncopy: repository\nread: part\nin_force: "2010-01-01"\narticles_as_of: e2\n'
        'editions:\n  - {id: e1, from: "2010-01-01"}\n  - {id: e2, from: "2020-01-01", rest: unchanged}\n'
    )
    result = checked(tmp_path, {"national/sources/law.yaml": law, FILE: certificate("unknown", "law")})
    assert [value(result, "national", day) for day in ("2019-12-31", "2020-01-01")] == [None, "unknown"]
