"""Places in time, rules of a place, evidence, conflicts, articles (FOLD F27, F30 to F33)."""

from datetime import date
from pathlib import Path

import pytest

from generator.catalogue.model import Source
from generator.resolve import OutsideItsTimeError, resolve, resolve_tree
from generator.resolve.editions import Citation, citation_on
from generator.resolve.explain import explain
from generator.resolve.explain_lines import explanation_lines
from generator.resolve.export import item_data
from tests.resolve.asking import BELOW, FILE, HUNAN, ITEM, directory, told, value
from tests.small import certificate, change, checked
from tests.small import told as small_told

RULE = "name: 不得另列\nsource: local\ntopic: powers\ntext: 市县不得自己增加证明。\n"
POWERS = "powers:\n  - {id: one, kind: certificates, verbs: [introduce], levels: [city, county]}\n"


def test_f27_powers_narrow_what_places_below_may_do(tmp_path: Path) -> None:
    city = "hubei/shiyan/certificates/mine.yaml"
    files = {
        "hubei/provisions/powers.yaml": RULE + POWERS, city: certificate("unknown", "hubei/local", name="市证明"),
        "hubei/certificates/own.yaml": certificate("unknown", "local", name="省证明"),
    }  # fmt: skip
    result = checked(tmp_path, files)
    assert told(result) == [f"{city}:1:1 I117 warning"]
    assert value(result, "hubei/shiyan", "2022-01-01", item="certificates/mine") is None
    assert value(result, "hubei", "2022-01-01", item="certificates/own") == "unknown"


def test_f27_an_end_that_the_document_does_not_state_is_shown_as_such(tmp_path: Path) -> None:
    rule = "name: 过渡\nsource: notice\nuntil: unstated\ntopic: transition\ntext: 现阶段可以据实出具。\n"
    rule += "loosens: true\nreaches: {kinds: [certificates]}\n"
    result = checked(tmp_path, {"national/provisions/t.yaml": rule})
    assert told(result) == []
    step = directory(result, "hubei", "2030-01-01").items["provisions/t"].values["text"].trail[0]
    assert step.until is None and step.until_unstated


def test_f30_lists_decide_nothing(tmp_path: Path) -> None:
    listed = (
        "title: 清单\nkind: certificates\nsource: local\nbodies: [village]\npolarity: permits\ncomplete: true\n"
        "entries:\n  - {id: a, as_named: 某, item: certificates/it}\n"
        "  - {id: b, as_named: 又一个, item: certificates/it}\n"
        "  - {id: c, as_named: 其他依法依规的, catch_all: true}\n"
    )
    result = checked(tmp_path, {FILE: certificate(), "hubei/lists/l.yaml": listed})
    assert told(result) == []
    assert value(result, "hubei", "2022-01-01") == "must_not"


def test_f31_a_conflict_is_data_and_the_value_stays(tmp_path: Path) -> None:
    below = change("""\
        from: "2022-01-01"
        source: local
        set: {conflicts: [{id: dogs, source: local, clause: 第九条, says: 要村里的证明}]}
        was_absent: [conflicts.dogs]
    """)
    result = checked(tmp_path, {FILE: certificate(), BELOW: below})
    assert told(result) == []
    item = directory(result, "hubei", "2022-01-01").items[ITEM]
    assert (item.get("cases.default.verdict"), item.get("conflicts.dogs.says")) == (
        "must_not",
        "要村里的证明",
    )


EDITIONS = """\
title: 某法
kind: law
copy: repository
read: part
articles_as_of: e1
editions:
  - {id: e1, from: "2010-01-01"}
  - {id: e2, from: "2020-01-01", renumbered: {第三条: 第四条, 第五条: [第六条, 第七条], 第八条: null}, rest: unchanged}
  - {id: e3, from: "2026-01-01", renumbered: {第四条: 第九条}}
"""


def law(tmp_path: Path) -> Source:
    return checked(tmp_path, {"national/sources/law.yaml": EDITIONS}).catalogue.sources["national/law"]


@pytest.mark.parametrize(
    ("clause", "edition", "day", "now", "state"),
    [
        ("第三条", None, "2015-01-01", ("第三条",), "same"),
        ("第三条第二款", None, "2021-01-01", ("第四条第二款",), "renumbered"),
        ("第三条", None, "2026-01-01", ("第九条",), "renumbered"),
        ("第五条", None, "2021-01-01", ("第六条", "第七条"), "renumbered"),
        ("第八条", None, "2021-01-01", (), "ended"),
        ("第二条", None, "2021-01-01", ("第二条",), "same"),
        ("第二条", None, "2026-01-01", (), "unmapped"),
        ("第四条", "e2", "2015-01-01", ("第三条",), "renumbered"),
        ("第九条", "e3", "2015-01-01", ("第三条",), "renumbered"),
        ("附件", None, "2026-01-01", ("附件",), "same"),
    ],
)
def test_f32_articles_follow_the_editions_both_ways(
    tmp_path: Path, clause: str, edition: str | None, day: str, now: tuple[str, ...], state: str
) -> None:
    found = citation_on(law(tmp_path), clause, edition, date.fromisoformat(day))
    assert (found.now, found.state) == (now, state)


def test_f32_an_article_that_is_not_mapped_is_a_finding(tmp_path: Path) -> None:
    text = certificate("unknown", "law").replace(
        "    source: law\n", "    source: law\n    clause: 第二条\n", 1
    )
    files = {"national/sources/law.yaml": EDITIONS, FILE: text}
    assert told(checked(tmp_path / "a", files)) == [f"{FILE}:6:13 X112 warning"]
    named = text.replace("    clause: 第二条\n", "    clause: 第二条\n    edition: e9\n")
    assert told(checked(tmp_path / "b", {**files, FILE: named})) == [f"{FILE}:6:13 X113 error"]


def test_f32_an_article_of_no_named_edition_is_to_be_checked_and_a_finding(tmp_path: Path) -> None:
    unnamed = EDITIONS.replace("articles_as_of: e1\n", "")
    clause = certificate("unknown", "law").replace(
        "    source: law\n", "    source: law\n    clause: 第二条\n", 1
    )
    files = {"national/sources/law.yaml": unnamed, FILE: clause}
    result = checked(tmp_path / "a", files)
    assert told(result) == [f"{FILE}:6:13 X135 warning"]
    found = explain(result.catalogue, "hubei", ITEM, None, date(2021, 1, 1))
    assert found.articles == (Citation("第二条", (), "unmapped"),)
    named = clause.replace("    clause: 第二条\n", "    clause: 第二条\n    edition: e2\n")
    assert told(checked(tmp_path / "b", {**files, FILE: named})) == [f"{FILE}:6:13 X112 warning"]
    annex = clause.replace("第二条", "附件")
    assert told(checked(tmp_path / "c", {**files, FILE: annex})) == []


def test_f32_before_the_first_edition_recorded_an_article_is_to_be_checked(tmp_path: Path) -> None:
    assert citation_on(law(tmp_path), "第二条", None, date(2009, 12, 31)).state == "unmapped"


RENAMED = (
    "name: 十堰市\nlevel: city\nchanges:\n"
    '  - {from: "2025-01-01", source: hubei/local, set: {name: 新十堰市, code: "420399"}}\n'
)


def test_f33_a_renamed_place_keeps_its_folder(tmp_path: Path) -> None:
    result = checked(tmp_path, {"hubei/shiyan/place.yaml": RENAMED})
    assert told(result) == []
    place = result.catalogue.places["hubei/shiyan"]
    assert [place.on(date.fromisoformat(d)).name for d in ("2024-12-31", "2025-01-01")] == [
        "十堰市",
        "新十堰市",
    ]
    assert place.on(date(2025, 1, 1)).code == "420399"


ENDED = {
    "hubei/shiyan/place.yaml": 'name: 十堰市\nlevel: city\nended: {on: "2025-01-01", into: [hubei/xin]}\n',
    "hubei/shiyan/certificates/it.yaml": certificate("may_refuse", "hubei/local"),
    "hubei/shiyan/certificates/two.yaml": certificate("may_refuse", "hubei/local", name="第二证明"),
    "hubei/xin/place.yaml": (
        'name: 新市\nlevel: city\nfrom: "2025-01-01"\n'
        "carries: [{from: hubei/shiyan, items: [certificates/it]}]\n"
    ),
}


def test_f33_a_place_outside_its_time_names_who_to_ask(tmp_path: Path) -> None:
    result = checked(tmp_path, ENDED)
    assert told(result) == []
    with pytest.raises(OutsideItsTimeError) as ended:
        resolve(result.catalogue, "hubei/shiyan", date(2025, 1, 1))
    assert (ended.value.others, ended.value.ended) == (("hubei/xin",), True)
    assert ended.value.said.zh == "hubei/shiyan 在 2025-01-01 已经撤并，并入：hubei/xin"
    with pytest.raises(OutsideItsTimeError) as early:
        resolve(result.catalogue, "hubei/xin", date(2024, 12, 31))
    assert early.value.said.zh == "hubei/xin 在 2024-12-31 还没有设立，以前是：hubei/shiyan"
    assert "hubei/shiyan" not in resolve_tree(result.catalogue, date(2025, 6, 1))


def test_f33_a_successor_has_only_what_it_carries(tmp_path: Path) -> None:
    result = checked(tmp_path, ENDED)
    assert value(result, "hubei/shiyan", "2024-06-01") == "may_refuse"
    found = directory(result, "hubei/xin", "2025-01-01")
    assert found.items[ITEM].get("cases.default.verdict") == "may_refuse"
    assert "certificates/two" not in found.items


def test_f33_what_a_successor_carries_and_cannot_is_a_warning(tmp_path: Path) -> None:
    adjusting = change('from: "2022-01-01"\nsource: hubei/local\nset: {name: 市名}\nwas: {name: 某证明}')
    files = {**ENDED, FILE: certificate("unknown"), "hubei/shiyan/certificates/it.yaml": adjusting, **HUNAN}
    files["hunan/xin/place.yaml"] = files.pop("hubei/xin/place.yaml")
    files["hubei/shiyan/place.yaml"] = files["hubei/shiyan/place.yaml"].replace("hubei/xin", "hunan/xin")
    result = checked(tmp_path, files)
    assert told(result) == []
    assert value(result, "hunan/xin", "2025-01-01", "name") == "市名"
    assert value(result, "hunan", "2025-01-01", "name") == "某证明"


def test_f33_ending_a_place_ends_the_places_in_it(tmp_path: Path) -> None:
    files = {**ENDED, "hubei/shiyan/maojian/place.yaml": "name: 茅箭区\nlevel: county\n"}
    result = checked(tmp_path, files)
    assert "hubei/shiyan/maojian" in resolve_tree(result.catalogue, date(2024, 1, 1))
    with pytest.raises(OutsideItsTimeError):
        resolve(result.catalogue, "hubei/shiyan/maojian", date(2025, 1, 1))


def test_f27_powers_reach_every_verb(tmp_path: Path) -> None:
    offered = certificate("unknown") + "adoption: opt-in\n"
    rule = RULE + "powers:\n  - {id: one, kind: certificates, verbs: [adopt], levels: [city]}\n"
    city = change('from: "2022-01-01"\nsource: hubei/local\nadopt: true')
    files = {FILE: offered, "hubei/provisions/powers.yaml": rule, "hubei/shiyan/certificates/it.yaml": city}
    result = checked(tmp_path, files)
    assert told(result) == ["hubei/shiyan/certificates/it.yaml:3:5 I117 warning"]
    assert value(result, "hubei/shiyan", "2023-01-01") is None


def test_f27_a_provision_gets_powers_by_a_change_too(tmp_path: Path) -> None:
    given = 'changes:\n  - {from: "2023-01-01", source: local, set: {powers: [{id: one, kind: certificates, '
    given += "verbs: [introduce], levels: [city]}]}}\n"
    files = {"hubei/provisions/powers.yaml": RULE + given,
             "hubei/shiyan/certificates/mine.yaml": certificate("unknown", "hubei/local", name="市证明")}  # fmt: skip
    result = checked(tmp_path, files)
    assert value(result, "hubei/shiyan", "2022-06-01", item="certificates/mine") == "unknown"
    assert value(result, "hubei/shiyan", "2023-06-01", item="certificates/mine") is None


def test_f32_every_article_of_a_clause_is_followed(tmp_path: Path) -> None:
    found = citation_on(law(tmp_path), "第三条、第五条第二款", None, date(2021, 1, 1))
    assert (found.now, found.state) == (("第四条、第六条、第七条第二款",), "renumbered")


SPANS = (
    "title: 某法\nkind: law\ncopy: repository\nread: part\narticles_as_of: e1\neditions:\n"
    '  - {id: e1, from: "2010-01-01"}\n  - {id: e2, from: "2020-01-01", rest: unchanged, renumbered: '
    "{第三条: 第十三条, 第四条: 第十四条, 第五条: 第十五条, 第八条: 第九条, "
    "第九条: [第十条, 第二十条], 第十条: null}}\n"
)


@pytest.mark.parametrize(
    ("clause", "now"),
    [
        ("第三条至第五条", "第十三条至第十五条"), ("第三条至第五条、第二条", "第十三条至第十五条、第二条"),
        ("第七条至第九条", "第七条、第九条、第十条、第二十条"),
        ("第八条到第十条第一款", "第九条、第十条、第二十条第一款"),
        ("第十条、第三条", "第十条（已删）、第十三条"),
    ],
)  # fmt: skip
def test_f32_each_article_within_a_span_is_followed(tmp_path: Path, clause: str, now: str) -> None:
    source = checked(tmp_path, {"national/sources/law.yaml": SPANS}).catalogue.sources["national/law"]
    assert citation_on(source, clause, None, date(2021, 1, 1)).now == (now,)


def test_f32_what_a_conflict_and_a_step_cite_is_followed_too(tmp_path: Path) -> None:
    text = certificate("unknown", more="""\
        conflicts: [{id: c, source: law, clause: 第三条, says: 可以开}]
        changes:
          - {from: "2021-01-01", source: law, clause: 第四条, set: {name: 新名}}
    """)  # fmt: skip
    result = checked(tmp_path, {"national/sources/law.yaml": SPANS, FILE: text})
    item = directory(result, "hubei", "2021-06-01").items[ITEM]
    data = item_data(result.catalogue, directory(result, "hubei", "2021-06-01"), item)
    assert data["articles"] == {
        "conflicts.c": {"cited": "第三条", "now": ["第十三条"], "state": "renumbered"}
    }
    assert data["history"][1]["article"]["now"] == ["第十四条"]  # type: ignore[index, call-overload]
    lines = "\n".join(explanation_lines(result.catalogue, explain(
        result.catalogue, "hubei", ITEM, "name", date(2021, 6, 1))))  # fmt: skip
    assert "《某法》 第四条（现为第十四条）" in lines
    unmapped = SPANS.replace("rest: unchanged, ", "").replace("第三条: 第十三条, 第四条: 第十四条, ", "")
    result = checked(tmp_path / "b", {"national/sources/law.yaml": unmapped, FILE: text})
    assert [line for line in told(result) if "X112" in line] == [
        f"{FILE}:11:42 X112 warning", f"{FILE}:13:47 X112 warning",
    ]  # fmt: skip


def test_f33_changes_of_a_place_go_by_their_day(tmp_path: Path) -> None:
    text = RENAMED + '  - {from: "2024-01-01", set: {name: 中间名}}\n'
    place = checked(tmp_path, {"hubei/shiyan/place.yaml": text}).catalogue.places["hubei/shiyan"]
    assert [place.on(date(y, 6, 1)).name for y in (2023, 2024, 2025)] == ["十堰市", "中间名", "新十堰市"]


def test_f33_a_place_in_an_ended_one_goes_on_where_a_successor_carries_it(tmp_path: Path) -> None:
    carried = ENDED["hubei/xin/place.yaml"].replace(
        "items: [certificates/it]", "items: [certificates/it], places: [hubei/shiyan/maojian]"
    )
    files = {
        **ENDED, "hubei/xin/place.yaml": carried,
        "hubei/shiyan/maojian/place.yaml": "name: 茅箭区\nlevel: county\n",
    }  # fmt: skip
    result = checked(tmp_path, files)
    assert told(result) == []
    assert directory(result, "hubei/shiyan/maojian", "2024-06-01").chain[-2] == "hubei/shiyan"
    now = directory(result, "hubei/shiyan/maojian", "2025-06-01")
    assert now.chain == ("national", "hubei", "hubei/xin", "hubei/shiyan/maojian")
    assert set(now.items) == {ITEM}
    assert "hubei/shiyan/maojian" in resolve_tree(result.catalogue, date(2025, 6, 1))


def test_a_broken_place_takes_what_stands_in_it_along(tmp_path: Path) -> None:
    files = {"hubei/place.yaml": "name: [\n", "hubei/certificates/it.yaml": certificate("unknown", "local")}
    result = checked(tmp_path, files)
    assert [line.split()[1] for line in told(result)][:1] == ["Y103"]
    assert set(result.catalogue.places) == {"national"}


def test_f33_of_two_introductions_carried_to_one_place_the_first_counts(tmp_path: Path) -> None:
    other = "hubei/jingmen"
    files = {
        **ENDED,
        "hubei/xin/place.yaml": ENDED["hubei/xin/place.yaml"].replace(
            "carries: [", f"carries: [{{from: {other}, items: [certificates/it]}}, "
        ),
        f"{other}/place.yaml": ENDED["hubei/shiyan/place.yaml"].replace("十堰市", "荆门市"),
        f"{other}/certificates/it.yaml": certificate("unknown", "hubei/local", more="asked_by: [银行]\n")
        + 'from: "2022-01-01"\nchanges:\n  - {from: "2023-01-01", source: hubei/local, set: {asked_by: [学校]}}\n',
    }
    result = checked(tmp_path, files)
    assert value(result, "hubei/xin", "2025-06-01") == "may_refuse"
    assert value(result, "hubei/xin", "2025-06-01", "asked_by") is None
    assert [line for line in told(result) if "I117" in line] == [
        f"{other}/certificates/it.yaml:1:1 I117 warning", f"{other}/certificates/it.yaml:14:5 I117 warning",
    ]  # fmt: skip


def test_f33_what_is_not_there_cannot_be_carried(tmp_path: Path) -> None:
    wrong = ENDED["hubei/xin/place.yaml"].replace("certificates/it", "certificates/typo")
    result = checked(tmp_path, {**ENDED, "hubei/xin/place.yaml": wrong})
    assert "hubei/xin/place.yaml:4:40 X134 warning" in small_told(result)
    living = ENDED["hubei/shiyan/place.yaml"].partition("ended")[0]
    result = checked(tmp_path / "b", {**ENDED, "hubei/shiyan/place.yaml": living})
    assert "hubei/xin/place.yaml:4:18 X134 warning" in small_told(result)


def test_f33_a_carried_place_is_judged_on_its_new_chain_from_then(tmp_path: Path) -> None:
    xin = ENDED["hubei/xin/place.yaml"].replace("items: [certificates/it]", "places: [hubei/shiyan/maojian]")
    county = "hubei/shiyan/maojian"
    files = {
        **ENDED, "hubei/xin/place.yaml": xin, f"{county}/place.yaml": "name: 茅箭区\nlevel: county\n",
        "hubei/xin/certificates/new.yaml": certificate("unknown", "hubei/local", name="新证明")
        + 'from: "2025-01-01"\n',
        f"{county}/certificates/new.yaml": change(
            'from: "2025-06-01"\nsource: hubei/local\nset: {name: 区名}\nwas: {name: 新证明}', "hubei/xin"
        ),
        f"{county}/certificates/two.yaml": change(
            'from: "2022-01-01"\nsource: hubei/local\nset: {name: 区名}\nwas: {name: 第二证明}', "hubei/shiyan"
        ),
    }  # fmt: skip
    result = checked(tmp_path, files)
    assert told(result) == [f"{county}/certificates/two.yaml:1:10 I101 warning"]
    assert value(result, county, "2025-06-01", "name", "certificates/new") == "区名"
    assert value(result, county, "2024-06-01", "name", "certificates/two") == "区名"
