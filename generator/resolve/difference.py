"""What differs between two directories, by item and field, with both trails (FOLD F46)."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Literal

from generator.findings import Lang, Position, Text
from generator.reading.document import Json
from generator.resolve.directory import Directory, Item, TrailStep, Upcoming, Value
from generator.resolve.export import Data, step_data, value_data
from generator.resolve.phrases import field, since, verb, worded

How = Literal["added", "removed", "changed", "restated", "announced", "unannounced", "missing"]
_NOTHING = Text("", "")


@dataclass(frozen=True)
class Difference:
    """One field of one item that differs; `field` is "" where the item itself does.

    `restated`: the same value, or the same ending, by other documents, days or reasons. `told` says before and after
    what has no value: an ending, an announced step. `missing`: a file is left out for its errors, so that nothing is
    known to differ or not (F45).
    """

    item: str
    field: str
    how: How
    before: Value | None = None
    after: Value | None = None
    states: tuple[str, str] = ("", "")  # listed, withdrawn, lapsed, redirected, offered, absent, missing
    told: tuple[Text, Text] = (_NOTHING, _NOTHING)


def difference(before: Directory, after: Directory) -> tuple[Difference, ...]:
    """Return what differs from one directory to another, in order of item and field."""
    last = max(before.on, after.on)
    coming, came = _announced(before, last), _announced(after, last)
    ids = {key[0] for key in coming.keys() ^ came.keys()}
    for one in (before, after):
        ids |= {*one.items, *one.withdrawn, *one.offered}
    missing = before.missing | after.missing
    return tuple(
        found
        for item_id in sorted(ids | missing)
        for found in (
            (_missing(item_id, before, after),)
            if item_id in missing
            else (*_of_item(item_id, before, after), *_upcoming(item_id, coming, came))
        )
    )


def _missing(item_id: str, *directories: Directory) -> Difference:
    old, new = ("missing" if item_id in one.missing else _state(one, item_id)[0] for one in directories)
    return Difference(item_id, "", "missing", states=(old, new))


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


def _ending(directory: Directory, item_id: str) -> Text:
    """Return how an item ended, in words: by which document, from when, why, and what took its place."""
    gone = directory.withdrawn.get(item_id)
    if gone is None:
        return _NOTHING
    step, parts = gone.step, list(gone.grounds)
    if step is not None:
        start, document = step.start, step.source.cited if step.source else None
        parts = [*filter(None, (start.text if start else None, document, step.clause, step.reason)), *parts]
    told = [Text(part, part) for part in parts]
    heirs = "、".join(gone.replaced_by)
    told += [Text(f"由{heirs}接替", f"see {heirs}")] if heirs else []
    told += (
        [Text(f"职责收回到{gone.returned_to}", f"returned to {gone.returned_to}")] if gone.returned_to else []
    )
    told += [Text("下级可以另列", "places below may list it")] if gone.below == "open" else []
    return Text("，".join(part.zh for part in told), ", ".join(part.en for part in told))


Announced = Mapping[tuple[str, str, str], Upcoming]  # by item, field, and what it says


def _announced(directory: Directory, last: date) -> Announced:
    """Return what is announced for after both days: what comes into force between them differs by its values.

    A new item is announced once, with all its fields; a change field by field.
    """
    found: dict[tuple[str, str, str], Upcoming] = {}
    whole: dict[tuple[str, Position], Upcoming] = {}
    for u in directory.upcoming:
        if u.step.start is not None and u.step.start.first <= last:
            continue
        if u.step.verb == "introduce":
            before = whole.get((u.item, u.step.position))
            gives = (*(before.gives if before else ()), *u.gives)
            whole[u.item, u.step.position] = replace(u, path=None, gives=gives)
        else:
            found[_key(u)] = u
    return {**found, **{_key(u): u for u in whole.values()}}


def _key(announced: Upcoming) -> tuple[str, str, str]:
    return (announced.item, announced.path or "", repr((_said(announced.step), announced.gives)))


def _upcoming(item_id: str, old: Announced, new: Announced) -> Iterator[Difference]:
    for key in sorted(key for key in old.keys() - new.keys() if key[0] == item_id):
        yield Difference(item_id, key[1], "unannounced", told=(_coming(old[key]), _NOTHING))
    for key in sorted(key for key in new.keys() - old.keys() if key[0] == item_id):
        yield Difference(item_id, key[1], "announced", told=(_NOTHING, _coming(new[key])))


def _coming(announced: Upcoming) -> Text:
    """Return what is announced in words; of a new item its name."""
    step, (zh, en) = announced.step, (_given(announced, "zh"), _given(announced, "en"))
    return Text(
        f"{since(step.start, step.since, 'zh')}{verb(step, 'zh')}{f'：{zh}' if zh else ''}",
        f"{since(step.start, step.since, 'en')} {verb(step, 'en')}{f': {en}' if en else ''}",
    )


def _given(announced: Upcoming, lang: Lang) -> str:
    item, new = announced.item, announced.step.verb == "introduce"
    gives = ((path, value) for path, value in announced.gives if not new or path == "name")
    return "；".join(f"{field(item, path, lang)} {worded(item, path, value, lang)}" for path, value in gives)


def _state(directory: Directory, item_id: str) -> tuple[str, Item | None]:
    if item_id in directory.items:
        return "listed", directory.items[item_id]
    if item_id in directory.withdrawn:
        gone = directory.withdrawn[item_id]
        return gone.how, gone.item
    if item_id in directory.offered:
        return "offered", directory.offered[item_id]
    return "absent", None


def difference_lines(
    found: tuple[Difference, ...], before: Directory, after: Directory, lang: Lang = "zh"
) -> Iterator[str]:
    """Yield differences as lines: the item, then each field with its old and new value."""
    said = ""
    for one in found:
        if one.item != said:
            said = one.item
            item = _state(after, one.item)[1] or _state(before, one.item)[1]
            yield f"{one.item} {item.name if item else ''}".rstrip()
        yield f"  {_line(one, lang)}"


def _line(one: Difference, lang: Lang) -> str:
    colon = "：" if lang == "zh" else ": "
    (old, new), (was, now) = (
        (_STATES[state].say(lang) for state in one.states),
        (t.say(lang) for t in one.told),
    )
    if one.how in ("announced", "unannounced"):
        return f"{_ANNOUNCED[one.how].say(lang)}{colon}{now or was}"
    if one.how == "missing":
        return f"{old} → {new}{colon}{_UNKNOWN.say(lang)}"
    if not one.field:
        return f"{new}{colon}{was} → {now}" if one.how == "restated" else f"{old} → {new}"
    head, value = field(one.item, one.field, lang), _worded(one, one.after, lang)
    if one.how == "restated":
        return f"{head}{colon}{value}{_RESTATED.say(lang)}"
    return f"{head}{colon}{_worded(one, one.before, lang)} → {value}"


_STATES = {
    "": _NOTHING,
    "absent": Text("没有", "not there"), "listed": Text("列出", "listed"),
    "withdrawn": Text("不再列", "no longer listed"), "lapsed": Text("依据到期", "its basis has ended"),
    "redirected": Text("编号已改", "has another id"), "offered": Text("可选", "offered"),
    "missing": Text("暂缺", "left out"),
}  # fmt: skip
_ANNOUNCED = {
    "announced": Text("预告", "announced"),
    "unannounced": Text("不再预告", "no longer announced"),
}
_UNKNOWN = Text("有关文件有错误，没有比", "files it depends on have errors, not compared")
_RESTATED = Text("（值相同，来历不同）", " (same value, another trail)")
_NONE = Text("（没有）", "(none)")


def _worded(one: Difference, value: Value | None, lang: Lang) -> str:
    return _NONE.say(lang) if value is None else worded(one.item, one.field, value.value, lang)


def difference_data(found: tuple[Difference, ...]) -> list[Json]:
    """Return differences as plain data."""
    return [_data(one) for one in found]


def _data(one: Difference) -> Data:
    if one.told != (_NOTHING, _NOTHING):
        return {
            "item": one.item, "field": one.field or None, "how": one.how,
            "before": one.told[0].zh or None, "after": one.told[1].zh or None,
        }  # fmt: skip
    if not one.field:
        return {"item": one.item, "how": one.how, "before": one.states[0], "after": one.states[1]}
    return {
        "item": one.item, "field": one.field, "how": one.how,
        "before": value_data(one.before) if one.before else None,
        "after": value_data(one.after) if one.after else None,
    }  # fmt: skip
