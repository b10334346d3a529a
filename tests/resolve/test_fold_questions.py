"""What one can ask: why something is or is not there, what is missing, what differs (FOLD F41, F42, F45, F46)."""

import json
from datetime import date
from pathlib import Path

import pytest

from generator.resolve import resolve
from generator.resolve.difference import difference, difference_data, difference_lines
from generator.resolve.directory import Directory
from generator.resolve.explain import explain
from generator.resolve.explain_lines import explanation_data, explanation_lines
from generator.resolve.explanation import Explanation
from generator.resolve.export import directory_data
from tests.resolve.asking import BELOW, FILE, HUNAN, ITEM, directory, told
from tests.small import certificate, change, checked

DAY = date(2024, 6, 1)
RENAMED = change('from: "2022-01-01"\nsource: local\nset: {name: 省名}\nwas: {name: 某证明}')


def asked(
    tmp_path: Path, files: dict[str, str], place: str = "hubei", field: str | None = None
) -> Explanation:
    return explain(checked(tmp_path, files).catalogue, place, ITEM, field, DAY)


def test_f41_of_something_absent_it_says_why(tmp_path: Path) -> None:
    late = certificate() + 'from: "2030-01-01"\n'
    ended = certificate() + 'until: "2023-01-01"\n'
    offered = certificate() + "adoption: opt-in\n"
    gone = certificate("unknown") + 'changes:\n  - {from: "2023-01-01", source: notice, withdraw: true}\n'
    states = {
        "unknown_item": asked(tmp_path / "a", {}),
        "never_here": asked(
            tmp_path / "b", {**HUNAN, "hunan/certificates/it.yaml": certificate("unknown", "national/notice")}
        ),
        "not_yet": asked(tmp_path / "c", {FILE: late}),
        "lapsed": asked(tmp_path / "d", {FILE: ended}),
        "withdrawn": asked(tmp_path / "e", {FILE: gone}),
        "offered": asked(tmp_path / "f", {FILE: offered}),
        "missing": asked(tmp_path / "g", {FILE: "name: [\n"}),
        "field_absent": asked(tmp_path / "h", {FILE: certificate()}, field="asked_by"),
    }
    assert {state: found.state for state, found in states.items()} == {state: state for state in states}
    assert states["never_here"].said.zh == "本地和上级都没有列这一项；别处列出：hunan"
    assert states["lapsed"].steps[0].verb == "introduce"


def test_f41_of_a_removed_field_it_names_the_step(tmp_path: Path) -> None:
    text = (
        certificate(more="asked_by: [银行]\n")
        + 'changes:\n  - {from: "2023-01-01", source: notice, unset: [asked_by]}\n'
    )
    found = asked(tmp_path, {FILE: text}, field="asked_by")
    assert (found.state, str(found.steps[-1].position)) == ("field_removed", f"catalog/{FILE}:13:5")


def test_f41_a_place_that_does_not_exist_is_named(tmp_path: Path) -> None:
    ended = {
        "hubei/shiyan/place.yaml": 'name: 十堰市\nlevel: city\nended: {on: "2023-01-01", into: [hubei]}\n'
    }
    found = asked(tmp_path, {FILE: certificate(), **ended}, place="hubei/shiyan")
    assert (found.state, found.said.zh) == ("no_place", "hubei/shiyan 在 2024-06-01 已经撤并，并入：hubei")


def test_f41_the_trail_of_a_field_as_lines_and_as_data(tmp_path: Path) -> None:
    catalogue = checked(tmp_path, {FILE: certificate(), BELOW: RENAMED}).catalogue
    found = explain(catalogue, "hubei", ITEM, "name", DAY)
    assert list(explanation_lines(catalogue, found)) == [
        f"湖北省 {ITEM}（2024-06-01）：省名",
        "  name 名称 = 省名",
        f"    catalog/{FILE}:1:7",
        "      全国列出 2020年1月1日发布 《某通知》",
        f"    catalog/{BELOW}:5:17",
        "      湖北省改动 省名 自2022年1月1日起 《某省通知》",
    ]
    data = json.loads(json.dumps(explanation_data(found), ensure_ascii=False))
    assert data["values"]["name"]["steps"][1] == {
        "place": "hubei", "at": f"catalog/{BELOW}:5:17", "verb": "set", "from": "2022-01-01", "since": "stated",
        "fate": "applied", "value": "省名", "source": "hubei/local", "old": "某证明",
    }  # fmt: skip


def test_f40_f42_a_directory_as_data_holds_every_value_with_its_trail(tmp_path: Path) -> None:
    catalogue = checked(tmp_path, {FILE: certificate(), BELOW: RENAMED}).catalogue
    data = json.loads(json.dumps(directory_data(catalogue, resolve(catalogue, "hubei", DAY))))
    item = data["items"][ITEM]
    assert (data["place"], data["on"], data["chain"]) == ("hubei", "2024-06-01", ["national", "hubei"])
    assert item["values"]["cases"]["default"]["verdict"] == "must_not"
    assert set(item["trail"]) == {
        "name", "basis.list.source", "cases.default.for", "cases.default.verdict", "cases.default.basis",
    }  # fmt: skip
    for path, leaf in item["trail"].items():
        applied = [step for step in leaf["steps"] if step["fate"] == "applied"]
        assert applied[-1]["value"] == leaf["value"], path


def test_f45_what_depends_on_a_broken_file_is_missing_and_not_unsaid(tmp_path: Path) -> None:
    files = {FILE: "name: [\n", BELOW: RENAMED, "national/certificates/b.yaml": certificate(name="乙", source="torn"),
             "national/sources/torn.yaml": "title: [\n"}  # fmt: skip
    found = directory(checked(tmp_path, files), "hubei/shiyan", "2024-06-01")
    assert found.missing == {ITEM, "certificates/b"}
    assert ITEM not in found.items


def test_f45_a_file_with_an_error_of_the_fold_is_left_out_too(tmp_path: Path) -> None:
    looser = change(
        "source: local\nset: {cases: [{id: default, verdict: may_issue}]}\n"
        "was: {cases: [{id: default, verdict: must_not}]}"
    )
    result = checked(tmp_path, {FILE: certificate(), BELOW: looser})
    assert "hubei/certificates/it" in result.catalogue.left_out
    assert directory(result, "hubei", "2024-06-01").missing == {ITEM}


def test_f46_a_difference_is_by_item_and_field_with_both_trails(tmp_path: Path) -> None:
    own = {"hubei/certificates/own.yaml": certificate("unknown", "local", name="省证明")}
    catalogue = checked(tmp_path, {FILE: certificate(), BELOW: RENAMED, **own}).catalogue
    found = difference(resolve(catalogue, "national", DAY), resolve(catalogue, "hubei", DAY))
    assert [(one.item, one.field, one.how) for one in found] == [
        (ITEM, "name", "changed"), ("certificates/own", "", "added"),
    ]  # fmt: skip
    assert found[0].before is not None and found[0].after is not None
    assert (found[0].before.value, found[0].after.value) == ("某证明", "省名")
    assert [step.place for step in found[0].after.trail] == ["national", "hubei"]
    assert difference_data(found)[1] == {
        "item": "certificates/own",
        "how": "added",
        "before": "absent",
        "after": "listed",
    }


def test_f46_a_directory_differs_from_its_past(tmp_path: Path) -> None:
    catalogue = checked(tmp_path, {FILE: certificate(), BELOW: RENAMED}).catalogue
    found = difference(
        resolve(catalogue, "hubei", date(2021, 12, 31)), resolve(catalogue, "hubei", date(2022, 1, 1))
    )
    assert [(one.item, one.field) for one in found] == [(ITEM, "name")]
    assert difference(*[resolve(catalogue, "hubei", DAY)] * 2) == ()


def test_f41_of_a_field_it_says_whether_it_is_to_come_over_or_suspended(tmp_path: Path) -> None:
    coming = certificate() + 'changes:\n  - {from: "2030-01-01", source: notice, set: {asked_by: [银行]}}\n'
    over = coming.replace("2030-01-01", '2021-01-01", until: "2022-01-01')
    locked = change("source: local\nset: {exceptions: [other]}\nwas: {exceptions: [third]}")
    found = [
        asked(tmp_path / "a", {FILE: coming}, field="asked_by"), asked(tmp_path / "b", {FILE: over}, field="asked_by"),
        asked(tmp_path / "c", {FILE: certificate(), BELOW: locked}, field="exceptions"),
    ]  # fmt: skip
    assert [one.state for one in found] == ["not_yet", "field_ended", "field_suspended"]
    assert found[2].said.zh.startswith("“exceptions”现不适用：")


BROKEN = "name: [\n"


def test_f45_what_rests_on_a_broken_wider_item_is_missing(tmp_path: Path) -> None:
    part = certificate("may_issue", "local", name="某证明（一部分）") + "narrows: certificates/it\n"
    catalogue = checked(tmp_path, {FILE: BROKEN, "hubei/certificates/part.yaml": part, **HUNAN}).catalogue
    assert resolve(catalogue, "hubei", DAY).missing == {ITEM, "certificates/part"}
    assert resolve(catalogue, "hunan", DAY).missing == {ITEM}
    assert explain(catalogue, "hubei", "certificates/part", None, DAY).state == "missing"


def test_f45_a_broken_file_that_a_successor_carries_is_missing_there(tmp_path: Path) -> None:
    files = {
        "hubei/shiyan/place.yaml": 'name: 十堰市\nlevel: city\nended: {on: "2024-01-01", into: [hubei/xin]}\n',
        "hubei/xin/place.yaml": 'name: 新市\nlevel: city\nfrom: "2024-01-01"\n'
        "carries: [{from: hubei/shiyan, items: [certificates/it]}]\n",
        "hubei/shiyan/certificates/it.yaml": BROKEN,
    }  # fmt: skip
    catalogue = checked(tmp_path, files).catalogue
    assert resolve(catalogue, "hubei/xin", DAY).missing == {ITEM}
    assert explain(catalogue, "hubei/xin", ITEM, None, DAY).state == "missing"


def test_f45_what_a_file_of_redirects_that_cannot_be_read_may_concern_is_missing(tmp_path: Path) -> None:
    own = {"hubei/certificates/own.yaml": certificate("unknown", "local", name="省证明")}
    files = {FILE: certificate(), "national/redirects.yaml": BROKEN, **own}
    result = checked(tmp_path, files)
    assert resolve(result.catalogue, "hubei", DAY).missing == {"redirects", ITEM}
    assert [
        explain(result.catalogue, "hubei", item, None, DAY).state
        for item in ("certificates/old", ITEM, "certificates/own")
    ] == ["missing", "missing", "listed"]  # what the province introduces, no redirect above it can name


def test_f45_a_file_of_redirects_that_is_yaml_concerns_what_it_names(tmp_path: Path) -> None:
    redirects = (
        'redirects: [{item: certificates/old, to: [certificates/it], from: "2022-01-01", source: notice}]\n'
    )
    below = change("source: local\nset: {aliases: [省称]}\nwas_absent: [aliases]")
    other = {"national/certificates/b.yaml": certificate(name="乙")}
    files = {FILE: certificate(), "national/redirects.yaml": redirects, **other}
    result = checked(tmp_path, {**files, "hubei/certificates/old.yaml": below})
    assert {line.split(":")[0] for line in told(result)} == {
        "national/redirects.yaml"
    }  # nothing that follows
    assert resolve(result.catalogue, "hubei", DAY).missing == {"certificates/old", ITEM}


POWERS = (
    "name: 不得改名\nsource: notice\nbasis: [{id: a, source: notice}]\ntopic: powers\ntext: 名称由全国统一。\n"
    "powers: [{id: p, kind: certificates, verbs: [set], levels: [province], fields: [name]}]\n"
)


@pytest.mark.parametrize(
    ("provision", "marked"),
    [
        (BROKEN, True),
        (POWERS + "misspelt: 1\n", True),
        (POWERS.replace("notice", "torn"), True),
        (POWERS.replace("kind: certificates", "kind: tasks") + "misspelt: 1\n", False),
        (POWERS.rpartition("powers: [")[0].replace("topic: powers", "topic: names") + "misspelt: 1\n", False),
    ],
)
def test_f45_what_a_broken_provision_may_suspend_is_missing(
    provision: str, marked: bool, tmp_path: Path
) -> None:
    city = change("source: hubei/local\nset: {name: 市名}\nwas: {name: 某证明}")
    files = {FILE: certificate(), BELOW: RENAMED, "hubei/shiyan/certificates/it.yaml": city,
             "national/provisions/p.yaml": provision, "national/sources/torn.yaml": BROKEN, **HUNAN}  # fmt: skip
    result = checked(tmp_path, files)
    missing = {place: ITEM in resolve(result.catalogue, place, DAY).missing for place in ("hubei", "hunan")}
    assert missing == {"hubei": marked, "hunan": False}  # a place that says nothing of it is sure of it
    assert ("I105" in {f.code for f in result.findings}) is not marked  # the city's `was` may be right


def test_f46_what_is_only_announced_or_told_otherwise_differs_too(tmp_path: Path) -> None:
    def directory_of(name: str, text: str) -> Directory:
        return resolve(checked(tmp_path / name, {FILE: text}).catalogue, "hubei", DAY)

    plain = certificate("unknown")
    coming = plain + 'changes:\n  - {from: "2030-01-01", source: notice, set: {name: 新名}}\n'
    found = difference(directory_of("a", plain), directory_of("b", coming))
    assert [(one.item, one.field, one.how) for one in found] == [(ITEM, "name", "announced")]
    assert (
        list(difference_lines(found, directory_of("a", plain), directory_of("b", coming)))[1]
        == "  预告：自2030年1月1日起改动：name 名称 新名"
    )
    back = difference(directory_of("b", coming), directory_of("a", plain))
    assert [one.how for one in back] == ["unannounced"]
    gone = plain + 'changes:\n  - {from: "2023-01-01", source: notice, withdraw: true, reason: 甲}\n'
    found = difference(directory_of("c", gone), directory_of("d", gone.replace("甲", "乙")))
    assert [(one.item, one.field, one.how) for one in found] == [(ITEM, "", "restated")]
    assert [line.zh.rpartition("，")[2] for line in found[0].told] == ["甲", "乙"]
    cited = plain.replace("source: notice\n", "source: notice\nclause: 第四条\n", 1)
    found = difference(directory_of("e", plain), directory_of("f", cited))
    assert {one.how for one in found} == {"restated"}
    assert "name" in {one.field for one in found}


def test_f41_of_what_was_taken_away_or_ended_the_whole_trail_is_told(tmp_path: Path) -> None:
    where = "cases.default.instead.court.where"
    text = certificate("unknown").replace(
        "basis: [list]", "instead: [{id: court, do: 去法院, where: 一楼}]"
    ) + ('changes:\n  - {from: "2023-01-01", source: notice, unset: [cases.default.instead.court]}\n')
    below = change(
        'from: "2022-01-01"\nsource: local\nset: {cases: [{id: default, instead: [{id: court, where: 二楼}]}]}\n'
        "was: {cases: [{id: default, instead: [{id: court, where: 一楼}]}]}"
    )
    found = asked(tmp_path, {FILE: text, BELOW: below}, field=where)
    assert [(step.place, step.verb, step.fate) for step in found.steps] == [
        ("national", "introduce", "applied"), ("national", "unset", "applied"), ("hubei", "set", "suspended"),
    ]  # fmt: skip
    ended = asked(tmp_path / "b", {FILE: certificate() + 'until: "2023-01-01"\n'}, field="name")
    assert (ended.state, [value.value for _, value in ended.values]) == ("lapsed", ["某证明"])
