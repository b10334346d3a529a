"""What a date of a month or a year only leaves uncertain (FOLD F1): what would differ had its last day not come."""

from pathlib import Path

from generator.check import Checked
from generator.resolve.explain import explain
from generator.resolve.explain_lines import explanation_lines
from tests.resolve.asking import BELOW, FILE, ITEM, VERDICT, directory
from tests.small import certificate, change, checked

INSIDE = "2024-06-01"
RENAMED = 'changes:\n  - {from: "2024", source: notice, set: {name: 新名}}\n'


def uncertain(result: Checked, place: str, on: str = INSIDE, item: str = ITEM) -> list[str]:
    """Return the uncertain leaves of an item, listed or not."""
    found = directory(result, place, on)
    held = found.items.get(item) or found.offered.get(item) or found.withdrawn[item].item
    return [path for path, value in held.values.items() if value.date_uncertain]


def test_f1_a_value_that_an_exact_lower_step_gives_is_certain(tmp_path: Path) -> None:
    below = change('from: "2022-01-01"\nsource: local\nset: {name: 省名}\nwas: {name: 某证明}')
    result = checked(tmp_path, {FILE: certificate() + RENAMED, BELOW: below})
    assert uncertain(result, "national") == ["name"]
    assert uncertain(result, "hubei") == []
    assert directory(result, "hubei", INSIDE).items[ITEM].date_uncertain is False


def test_f1_what_a_provision_from_some_day_of_a_year_suspends_is_uncertain(tmp_path: Path) -> None:
    powers = (
        'name: 省以下不得改名\nsource: notice\nfrom: "2024"\nbasis: [{id: a, source: notice}]\n'
        "topic: powers\ntext: 名称由全国统一。\n"
        "powers: [{id: p, kind: certificates, verbs: [set], levels: [province], fields: [name]}]\n"
    )
    below = change('from: "2022-01-01"\nsource: local\nset: {name: 省名}\nwas: {name: 某证明}')
    result = checked(tmp_path, {FILE: certificate(), BELOW: below, "national/provisions/names.yaml": powers})
    assert directory(result, "hubei", INSIDE).items[ITEM].name == "某证明"
    assert uncertain(result, "hubei") == ["name"]
    assert uncertain(result, "hubei", "2025-01-01") == []


def test_f1_what_a_wider_item_from_some_day_of_a_year_holds_back_is_uncertain(tmp_path: Path) -> None:
    upper = certificate("unknown") + (
        'changes:\n  - {from: "2024", source: notice, set: {cases: [{id: default, verdict: must_not}]}}\n'
    )
    part = certificate("may_issue", "local", name="某证明（一部分）") + "narrows: certificates/it\n"
    result = checked(tmp_path, {FILE: upper, "hubei/certificates/part.yaml": part})
    assert VERDICT in uncertain(result, "hubei", item="certificates/part")
    assert uncertain(result, "hubei", "2025-01-01", "certificates/part") == []


def test_f1_all_of_an_item_is_uncertain_while_its_adoption_or_withdrawal_may_not_have_come(
    tmp_path: Path,
) -> None:
    taken = change('from: "2024"\nsource: local\nadopt: true')
    result = checked(tmp_path, {FILE: certificate("unknown") + "adoption: opt-in\n", BELOW: taken})
    assert uncertain(result, "hubei") == list(directory(result, "hubei", INSIDE).items[ITEM].values)
    ended = 'changes:\n  - {from: "2024", source: notice, withdraw: true}\n'
    gone = directory(checked(tmp_path / "b", {FILE: certificate("unknown") + ended}), "hubei", INSIDE)
    assert all(value.date_uncertain for value in gone.withdrawn[ITEM].item.values.values())


def test_f1_an_absent_field_that_may_still_be_there_says_so(tmp_path: Path) -> None:
    text = certificate("unknown") + (
        'changes:\n  - {from: "2022-01-01", until: "2024", source: notice, set: {asked_by: [银行]}}\n'
    )
    result = checked(tmp_path, {FILE: text})
    item = directory(result, "hubei", INSIDE).items[ITEM]
    assert (item.get("asked_by"), item.absent_uncertain) == (None, ("asked_by",))
    found = explain(result.catalogue, "hubei", ITEM, "asked_by", directory(result, "hubei", INSIDE).on)
    assert (found.state, found.date_uncertain) == ("field_ended", True)
    assert "已到期（起止日期不精确）" in "\n".join(explanation_lines(result.catalogue, found))
