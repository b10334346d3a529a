"""What differs between two directories, by item and field, with both trails (FOLD F46)."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from generator.reading.document import Json
from generator.resolve.directory import Directory, Item, Value
from generator.resolve.export import Data, value_data

How = Literal["added", "removed", "changed"]


@dataclass(frozen=True)
class Difference:
    """One field of one item that differs; `field` is "" where the item itself comes or goes."""

    item: str
    field: str
    how: How
    before: Value | None
    after: Value | None
    states: tuple[str, str] = (
        "",
        "",
    )  # listed, withdrawn, lapsed, redirected, offered or absent, before and after


def difference(before: Directory, after: Directory) -> tuple[Difference, ...]:
    """Return what differs from one directory to another, in order of item and field."""
    ids = {*before.items, *before.withdrawn, *before.offered, *after.items, *after.withdrawn, *after.offered}
    return tuple(found for item_id in sorted(ids) for found in _of_item(item_id, before, after))


def _of_item(item_id: str, before: Directory, after: Directory) -> Iterator[Difference]:
    old, new = _state(before, item_id), _state(after, item_id)
    if old[0] != new[0]:
        how: How = "added" if new[0] == "listed" else "removed" if old[0] == "listed" else "changed"
        yield Difference(item_id, "", how, None, None, (old[0], new[0]))
    if old[1] is None or new[1] is None:
        return
    for path in sorted({*old[1].values, *new[1].values}):
        one, other = old[1].values.get(path), new[1].values.get(path)
        if (one and one.value) != (other and other.value):
            how = "added" if one is None else "removed" if other is None else "changed"
            yield Difference(item_id, path, how, one, other)


def _state(directory: Directory, item_id: str) -> tuple[str, Item | None]:
    if item_id in directory.items:
        return "listed", directory.items[item_id]
    if item_id in directory.withdrawn:
        gone = directory.withdrawn[item_id]
        return gone.how, gone.item
    if item_id in directory.offered:
        return "offered", directory.offered[item_id]
    return "absent", None


def difference_lines(found: tuple[Difference, ...], after: Directory) -> Iterator[str]:
    """Yield differences as lines: the item, then each field with its old and new value."""
    said = ""
    for one in found:
        if one.item != said:
            said = one.item
            item = _state(after, one.item)[1]
            yield f"{one.item} {item.name if item else ''}".rstrip()
        if not one.field:
            yield f"  {_STATES[one.states[0]]} → {_STATES[one.states[1]]}"
        else:
            yield f"  {one.field}：{_short(one.before)} → {_short(one.after)}"


_STATES = {
    "absent": "没有", "listed": "列出", "withdrawn": "不再列", "lapsed": "依据到期", "redirected": "编号已改",
    "offered": "可选",
}  # fmt: skip


def _short(value: Value | None) -> str:
    if value is None:
        return "（没有）"
    return "、".join(map(str, value.value)) if isinstance(value.value, list) else str(value.value)


def difference_data(found: tuple[Difference, ...]) -> list[Json]:
    """Return differences as plain data."""
    return [_data(one) for one in found]


def _data(one: Difference) -> Data:
    if not one.field:
        return {"item": one.item, "how": one.how, "before": one.states[0], "after": one.states[1]}
    return {
        "item": one.item, "field": one.field, "how": one.how,
        "before": value_data(one.before) if one.before else None,
        "after": value_data(one.after) if one.after else None,
    }  # fmt: skip
