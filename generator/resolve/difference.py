"""What differs between two directories, by item and field, with both trails (FOLD F46)."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Literal

from generator.reading.document import Json
from generator.resolve.directory import Directory, Item, TrailStep, Upcoming, Value
from generator.resolve.export import Data, step_data, value_data
from generator.words import VERBS, since_words

How = Literal["added", "removed", "changed", "restated", "announced", "unannounced"]


@dataclass(frozen=True)
class Difference:
    """One field of one item that differs; `field` is "" where the item itself does.

    `restated`: the same value, or the same ending, by other documents, days or reasons. `told` says before and after
    what has no value: an ending, an announced step.
    """

    item: str
    field: str
    how: How
    before: Value | None = None
    after: Value | None = None
    states: tuple[str, str] = ("", "")  # listed, withdrawn, lapsed, redirected, offered or absent
    told: tuple[str, str] = ("", "")


def difference(before: Directory, after: Directory) -> tuple[Difference, ...]:
    """Return what differs from one directory to another, in order of item and field."""
    last = max(before.on, after.on)
    coming, came = _announced(before, last), _announced(after, last)
    ids = {key[0] for key in coming.keys() ^ came.keys()}
    for one in (before, after):
        ids |= {*one.items, *one.withdrawn, *one.offered}
    return tuple(
        found
        for item_id in sorted(ids)
        for found in (*_of_item(item_id, before, after), *_upcoming(item_id, coming, came))
    )


def _of_item(item_id: str, before: Directory, after: Directory) -> Iterator[Difference]:
    old, new = _state(before, item_id), _state(after, item_id)
    states, told = (old[0], new[0]), (_ending(before, item_id), _ending(after, item_id))
    if old[0] != new[0]:
        how: How = "added" if new[0] == "listed" else "removed" if old[0] == "listed" else "changed"
        yield Difference(item_id, "", how, states=states)
    elif told[0] != told[1]:
        yield Difference(item_id, "", "restated", states=states, told=told)
    if old[1] is None or new[1] is None or old[1] is new[1]:
        return
    for path in sorted({*old[1].values, *new[1].values}):
        one, other = old[1].values.get(path), new[1].values.get(path)
        if one is None or other is None or one.value != other.value:
            how = "added" if one is None else "removed" if other is None else "changed"
            yield Difference(item_id, path, how, one, other)
        elif [_said(step) for step in one.trail] != [_said(step) for step in other.trail]:
            yield Difference(item_id, path, "restated", one, other)


def _said(step: TrailStep) -> Data:
    """Return what a step says, wherever in its file it stands."""
    return {key: value for key, value in step_data(step).items() if key != "at"}


def _ending(directory: Directory, item_id: str) -> str:
    """Return how an item ended, in words: by which document, from when, why, and what took its place."""
    gone = directory.withdrawn.get(item_id)
    if gone is None:
        return ""
    step, parts = gone.step, list(gone.grounds)
    if step is not None:
        start, document = step.start, step.source.cited if step.source else None
        parts = [*filter(None, (start.text if start else None, document, step.clause, step.reason)), *parts]
    parts += [f"由{'、'.join(gone.replaced_by)}接替"] if gone.replaced_by else []
    parts += [f"职责收回到{gone.returned_to}"] if gone.returned_to else []
    return "，".join([*parts, *(["下级可以另列"] if gone.below == "open" else [])])


Announced = Mapping[tuple[str, str, str], Upcoming]  # by item, field, and what it says


def _announced(directory: Directory, last: date) -> Announced:
    """Return what is announced for after both days: what comes into force between them differs by its values."""
    return {
        (u.item, u.path or "", repr((_said(u.step), u.gives))): u
        for u in directory.upcoming if u.step.start is None or u.step.start.first > last
    }  # fmt: skip


def _upcoming(item_id: str, old: Announced, new: Announced) -> Iterator[Difference]:
    for key in sorted(key for key in old.keys() - new.keys() if key[0] == item_id):
        yield Difference(item_id, key[1], "unannounced", told=(_coming(old[key]), ""))
    for key in sorted(key for key in new.keys() - old.keys() if key[0] == item_id):
        yield Difference(item_id, key[1], "announced", told=("", _coming(new[key])))


def _coming(announced: Upcoming) -> str:
    step = announced.step
    given = "；".join(f"{path} {_plain(value)}" for path, value in announced.gives)
    return f"{since_words(step.start, step.since)}{VERBS[step.verb]}{f'：{given}' if given else ''}"


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
        if one.how in ("announced", "unannounced"):
            yield f"  {'预告' if one.told[1] else '不再预告'}：{one.told[1] or one.told[0]}"
        elif not one.field and one.how == "restated":
            yield f"  {_STATES[one.states[1]]}：{one.told[0]} → {one.told[1]}"
        elif not one.field:
            yield f"  {_STATES[one.states[0]]} → {_STATES[one.states[1]]}"
        elif one.how == "restated":
            yield f"  {one.field}：{_short(one.after)}（值相同，来历不同）"
        else:
            yield f"  {one.field}：{_short(one.before)} → {_short(one.after)}"


_STATES = {
    "absent": "没有", "listed": "列出", "withdrawn": "不再列", "lapsed": "依据到期", "redirected": "编号已改",
    "offered": "可选",
}  # fmt: skip


def _short(value: Value | None) -> str:
    return "（没有）" if value is None else _plain(value.value)


def _plain(value: Json) -> str:
    return "、".join(map(str, value)) if isinstance(value, list) else str(value)


def difference_data(found: tuple[Difference, ...]) -> list[Json]:
    """Return differences as plain data."""
    return [_data(one) for one in found]


def _data(one: Difference) -> Data:
    if one.told != ("", ""):
        return {
            "item": one.item, "field": one.field or None, "how": one.how,
            "before": one.told[0] or None, "after": one.told[1] or None,
        }  # fmt: skip
    if not one.field:
        return {"item": one.item, "how": one.how, "before": one.states[0], "after": one.states[1]}
    return {
        "item": one.item, "field": one.field, "how": one.how,
        "before": value_data(one.before) if one.before else None,
        "after": value_data(one.after) if one.after else None,
    }  # fmt: skip
