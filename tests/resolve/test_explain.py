"""What `explain` and `difference` print, whole, in both languages: words with codes, places, lines, who is to blame."""

from datetime import date
from pathlib import Path

import pytest

from generator.findings import Lang
from generator.resolve import resolve
from generator.resolve.difference import difference, difference_data, difference_lines
from generator.resolve.explain import explain
from generator.resolve.explain_lines import explanation_data, explanation_lines
from tests.resolve.asking import BELOW, FILE, ITEM
from tests.small import certificate, change, checked

DAY = date(2024, 6, 1)
PLAIN = certificate("unknown")
OTHER = {"national/certificates/b.yaml": certificate("unknown", name="乙")}
REDIRECT = (
    "redirects: [{id: r, item: certificates/it, to: [certificates/b], "
    'from: "2022-01-01", source: notice, reason: 合并}]\n'
)
CHANGES = "changes:\n  - "


def told(
    tmp_path: Path, files: dict[str, str], field: str | None = None, item: str = ITEM, lang: Lang = "zh",
    on: date = DAY,
) -> list[str]:  # fmt: skip
    result = checked(tmp_path, files)
    found = explain(result.catalogue, "hubei", item, field, on)
    errors = {
        file: tuple(f for f in result.findings if f.position.file == f"catalog/{file}")
        for file in found.left_out
    }
    return list(explanation_lines(result.catalogue, found, lang, errors))


def test_f41_an_announced_introduction_is_told_once(tmp_path: Path) -> None:
    coming = {FILE: PLAIN + 'from: "2030-01-01"\n'}
    lines = [
        f"湖北省 {ITEM}（2024-06-01）：还没有生效", f"  将有变动：catalog/{FILE}:1:1",
        "    全国列出 自2030年1月1日起 《某通知》", "      name 名称 = 某证明",
    ]  # fmt: skip
    assert told(tmp_path, coming) == lines
    assert told(tmp_path, coming, field="cases.default.verdict") == [
        *lines[:3], "      cases.default.verdict 一般情况 · 结论 = 没有查到规定（unknown）",
    ]  # fmt: skip
    before, after = (
        resolve(checked(tmp_path / name, files).catalogue, "hubei", DAY)
        for name, files in (("a", {}), ("b", coming))
    )
    assert list(difference_lines(difference(before, after), before, after)) == [
        ITEM, "  预告：自2030年1月1日起列出：name 名称 某证明",
    ]  # fmt: skip


def test_f41_an_announced_change_gives_each_field_below_one_line(tmp_path: Path) -> None:
    text = PLAIN + CHANGES + '{from: "2030-01-01", source: notice, set: {name: 新名, asked_by: [银行]}}\n'
    assert told(tmp_path, {FILE: text})[-4:] == [
        f"  将有变动：catalog/{FILE}:12:5", "    全国改动 自2030年1月1日起 《某通知》",
        "      asked_by 常来要的单位 = 银行", "      name 名称 = 新名",
    ]  # fmt: skip


def test_f41_a_code_stands_behind_its_words_and_stays_alone_in_the_data(tmp_path: Path) -> None:
    verdict = "cases.default.verdict"
    assert told(tmp_path, {FILE: certificate()}, field=verdict)[1] == (
        f"  {verdict} 一般情况 · 结论 = 不能开（must_not）"
    )
    assert told(tmp_path, {FILE: certificate()}, field="basis")[1] == (
        "  basis.list.source 依据（list） · 文件 = 《某通知》（notice）"
    )
    catalogue = checked(tmp_path, {FILE: certificate()}).catalogue
    data = explanation_data(explain(catalogue, "hubei", ITEM, verdict, DAY))
    assert data["values"][verdict]["value"] == "must_not"  # type: ignore[index, call-overload]
    before = resolve(checked(tmp_path / "b", {FILE: PLAIN}).catalogue, "hubei", DAY)
    after = resolve(catalogue, "hubei", DAY)
    found = difference(before, after)
    assert list(difference_lines(found, before, after)) == [
        f"{ITEM} 某证明", f"  {verdict} 一般情况 · 结论：没有查到规定（unknown） → 不能开（must_not）",
    ]  # fmt: skip
    assert list(difference_lines(found, before, after, "en"))[1] == (
        f"  {verdict}: 没有查到规定 (unknown) → 不能开 (must_not)"
    )


def test_f41_what_is_not_adopted_names_who_offers_it_and_where(tmp_path: Path) -> None:
    assert told(tmp_path, {FILE: PLAIN + "adoption: opt-in\n"}, field="name") == [
        f"湖北省 {ITEM}（2024-06-01）：某证明", "  全国列为可选，本地没有采用", f"  catalog/{FILE}:1:1",
        "    全国列出 2020年1月1日发布 《某通知》", "  name 名称 = 某证明", f"    catalog/{FILE}:1:7",
        "      全国列出 2020年1月1日发布 《某通知》",
    ]  # fmt: skip


def test_f41_what_became_another_id_names_the_redirect_and_its_line(tmp_path: Path) -> None:
    lines = told(tmp_path, {FILE: PLAIN, **OTHER, "national/redirects.yaml": REDIRECT})
    assert lines[1:4] == [
        "  编号已改，请看接替它的一项；由 certificates/b 接替", "  catalog/national/redirects.yaml:1:13",
        "    全国改编号为 certificates/b 自2022年1月1日起 《某通知》，理由：合并",
    ]  # fmt: skip


def test_f41_what_was_merged_into_another_names_it_and_the_reason(tmp_path: Path) -> None:
    text = '{from: "2023-01-01", source: notice, withdraw: true, reason: 并入乙, replaced_by: [certificates/b]}\n'
    lines = told(tmp_path, {FILE: PLAIN + CHANGES + text, **OTHER}, lang="en")
    assert lines[1:4] == [
        "  no longer listed; see certificates/b", f"  catalog/{FILE}:12:5",
        "    全国 no longer lists, from 2023-01-01, 《某通知》, reason: 并入乙",
    ]  # fmt: skip


def test_f41_what_was_overtaken_and_what_is_suspended_say_so_in_both_languages(tmp_path: Path) -> None:
    over = '{from: "2023-01-01", source: notice, clause: 第一条, prevails: true, set: {name: 新名}}\n'
    own = change('from: "2022-01-01"\nsource: local\nset: {name: 省名}\nwas: {name: 某证明}')
    lines = told(tmp_path / "a", {FILE: PLAIN + CHANGES + over, BELOW: own}, field="name")
    assert lines[1] == "  name 名称 = 新名"
    assert "      湖北省改动 省名 自2022年1月1日起 《某省通知》（已被上位规定取代）" in lines
    locked = change("source: local\nset: {exceptions: [other]}\nwas: {exceptions: [third]}")
    files = {FILE: certificate(), BELOW: locked}
    assert told(tmp_path / "b", files, field="exceptions", lang="en") == [
        f"湖北省 {ITEM} (2024-06-01): 某证明",
        "  exceptions is not in force: only the introducing place decides this field",
        f"  catalog/{BELOW}:4:23",
        "    湖北省 changes other, issued 2021-01-01, 《某省通知》 (not in force, the place above decides: "
        "only the introducing place decides this field)",
    ]


@pytest.mark.parametrize(
    ("files", "item", "blamed"),
    [
        ({FILE: "name: [\n"}, ITEM, FILE),
        ({FILE: PLAIN, "national/sources/notice.yaml": "title: [\n"}, ITEM, "national/sources/notice.yaml"),
        (
            {FILE: PLAIN, "national/redirects.yaml": "name: [\n"},
            "certificates/old",
            "national/redirects.yaml",
        ),
        (
            {
                FILE: "name: [\n",
                "national/certificates/c.yaml": "name: [\n",
                "hubei/certificates/part.yaml": certificate("may_issue", "local", name="部分")
                + "narrows: certificates/it\n",
            },
            "certificates/part",
            FILE,
        ),
    ],
)
def test_f45_what_is_left_out_names_the_broken_file_and_its_error(
    tmp_path: Path, files: dict[str, str], item: str, blamed: str
) -> None:
    assert told(tmp_path, files, item=item) == [
        f"湖北省 {item}（2024-06-01）：暂缺：有关文件有错误，没有读进来", f"  {blamed}",
        f"    catalog/{blamed}:2:1 Y103 不是正确的 YAML：这里应当有内容",
    ]  # fmt: skip
    result = checked(tmp_path, files)
    errors = {blamed: tuple(f for f in result.findings if f.position.file == f"catalog/{blamed}")}
    found = explain(result.catalogue, "hubei", item, None, DAY)
    assert explanation_data(found, errors)["left_out"] == {
        blamed: [
            {
                "at": f"catalog/{blamed}:2:1",
                "code": "Y103",
                "message": "不是正确的 YAML：这里应当有内容",
            }
        ]
    }


def test_f45_a_difference_says_what_is_left_out_and_not_that_it_went(tmp_path: Path) -> None:
    torn = {FILE: "name: [\n", **OTHER}
    good, bad = (
        resolve(checked(tmp_path / name, files).catalogue, "hubei", DAY)
        for name, files in (("a", {FILE: PLAIN, **OTHER}), ("b", torn))
    )
    found = difference(good, bad)
    assert difference_data(found) == [
        {"item": ITEM, "how": "missing", "before": "listed", "after": "missing"}
    ]
    assert list(difference_lines(found, good, bad)) == [
        f"{ITEM} 某证明", "  列出 → 暂缺：有关文件有错误，没有比",
    ]  # fmt: skip
    assert [one.states for one in difference(bad, bad)] == [("missing", "missing")]


@pytest.mark.parametrize(
    ("item", "field", "zh", "en"),
    [
        ("certificates/itt", None, "目录里没有这一项；是不是 certificates/it",
         "the catalogue has no such item; did you mean certificates/it"),
        ("某证明", None, "目录里没有这一项；是不是 certificates/it",
         "the catalogue has no such item; did you mean certificates/it"),
        ("tasks/zzz", None, "目录里没有这一项", "the catalogue has no such item"),
        (ITEM, "nme", "没有“nme”这个字段；是不是 name", "there is no field nme; did you mean name"),
        (ITEM, "cases.default.verdit", "没有“cases.default.verdit”这个字段；是不是 cases.default.verdict",
         "there is no field cases.default.verdit; did you mean cases.default.verdict"),
        (ITEM, "cases.default.reached_by", "“cases.default.reached_by”：文件未载",
         "cases.default.reached_by: no document says it"),
    ],
)  # fmt: skip
def test_f41_of_what_there_is_not_it_says_what_may_be_meant(
    tmp_path: Path, item: str, field: str | None, zh: str, en: str
) -> None:
    for lang, said in (("zh", zh), ("en", en)):
        assert told(tmp_path, {FILE: PLAIN}, field, item, "zh" if lang == "zh" else "en")[-1].endswith(said)


def test_f41_a_day_before_the_first_says_what_is_to_come(tmp_path: Path) -> None:
    assert told(tmp_path, {FILE: PLAIN}, on=date(1999, 1, 1))[:2] == [
        f"湖北省 {ITEM}（1999-01-01）：还没有生效", f"  将有变动：catalog/{FILE}:1:1",
    ]  # fmt: skip
