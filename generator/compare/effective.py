"""The effective difference of two catalogues on a day: what every place's readers see otherwise (FOLD F46).

A change that reaches many places in the same way is one row; what only moved in a file is none.
"""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Literal

from generator.catalogue.model import ROOT, Catalogue
from generator.reading.document import Json
from generator.resolve import Directory, resolve_tree
from generator.resolve.difference import Difference, difference
from generator.resolve.directory import Item, TrailStep, Value

How = Literal[
    "listed", "gone", "withdrawn", "lapsed", "redirected", "offered", "restored",  # the item itself
    "set", "unset", "changed", "restated",  # a field; restated: same value by another document, clause or day
    "announced", "unannounced",  # what is to come
]  # fmt: skip


@dataclass(frozen=True)
class Row:
    """One difference and every place it reaches, the uppermost first. `since` is the day an announced step begins."""

    item: str
    how: How
    path: str = ""
    before: Json = None
    after: Json = None
    since: str = ""
    name: str = ""
    places: tuple[str, ...] = ()
    heads: tuple[str, ...] = ()


@dataclass(frozen=True)
class Effect:
    """All that differs on a day: rows, and the places that came or went."""

    on: date
    rows: tuple[Row, ...]
    new_places: tuple[str, ...] = ()
    gone_places: tuple[str, ...] = ()


def effect(before: Catalogue, after: Catalogue, on: date) -> Effect:
    """Return the effective difference on a day."""
    old, new = resolve_tree(before, on), resolve_tree(after, on)
    reached: dict[str, tuple[Row, list[str]]] = {}
    for place in sorted({*old, *new}, key=lambda path: (path != ROOT, path)):
        one, other = _directory(before, old, place, on), _directory(after, new, place, on)
        for row in (*_rows(one, other), *_announcements(one, other)):
            reached.setdefault(_key(row), (row, []))[1].append(place)
    rows = (_reaching(row, places, after, before) for row, places in reached.values())
    return Effect(
        on, tuple(sorted(rows, key=_order)), tuple(sorted({*new} - {*old})), tuple(sorted({*old} - {*new}))
    )


def _directory(catalogue: Catalogue, known: Mapping[str, Directory], place: str, on: date) -> Directory:
    """Return a place's directory, that of the nearest place above where it is not there: it says nothing (F43)."""
    while place and place not in known:
        place = place.rpartition("/")[0]
    return known.get(place) or known.get(ROOT) or Directory("", on, ())


def _key(row: Row) -> str:
    return json.dumps([row.item, row.how, row.path, row.before, row.after, row.since], ensure_ascii=False)


def _order(row: Row) -> tuple[str, str, bool, str, str, tuple[str, ...]]:
    return (row.item, row.since, bool(row.path), row.path, row.how, row.heads)


def _reaching(row: Row, places: list[str], *catalogues: Catalogue) -> Row:
    inside = set(places)
    heads = tuple(p for p in places if not any(above in inside for above in _above(catalogues, p)))
    return replace(row, places=tuple(places), heads=heads)


def _above(catalogues: tuple[Catalogue, ...], place: str) -> tuple[str, ...]:
    return next((c.chain(place)[:-1] for c in catalogues if place in c.places), ())


_STATES: Mapping[str, How] = {
    "withdrawn": "withdrawn", "lapsed": "lapsed", "redirected": "redirected", "offered": "offered", "absent": "gone",
}  # fmt: skip


def _rows(before: Directory, after: Directory) -> Iterator[Row]:
    reasons: set[tuple[str, Json, Json]] = set()  # said once an item, not once a field
    for one in difference(before, after):
        name = _name(one.item, after) or _name(one.item, before)
        if one.how == "restated" and not one.field:
            yield Row(one.item, "restated", before=one.told[0].zh, after=one.told[1].zh, name=name)
        elif one.how in ("added", "removed", "changed"):
            yield _state_row(one, name, after) if not one.field else _field_row(one, name)
        elif one.how == "restated" and one.item in before.items and one.item in after.items:
            row = _restated(one, name)
            if row.before != row.after and (key := (one.item, row.before, row.after)) not in reasons:
                reasons.add(key)
                yield row


def _state_row(one: Difference, name: str, after: Directory) -> Row:
    old, new = one.states
    how: How = ("restored" if old != "absent" else "listed") if new == "listed" else _STATES[new]
    item = after.items.get(one.item)
    return Row(one.item, how, after=answer(item) if item is not None else None, name=name)


def _field_row(one: Difference, name: str) -> Row:
    hows: Mapping[str, How] = {"added": "set", "removed": "unset", "changed": "changed"}
    before, after = (value.value if value else None for value in (one.before, one.after))
    return Row(one.item, hows[one.how], one.field, before, after, name=name)


def answer(item: Item) -> Json:
    """Return what an item says first: its verdict, requirement or the like."""
    first = ("cases.default.verdict", "verdict", "requirement", "usual", "topic")
    return next((item.values[path].value for path in first if path in item.values), None)


def _restated(one: Difference, name: str) -> Row:
    """Return the row of a value that stays, with the steps that only one of the two trails has."""
    old, new = (_steps(value) for value in (one.before, one.after))
    before, after = (
        "；".join(dict.fromkeys(step for step in mine if step not in other))
        for mine, other in ((old, new), (new, old))
    )
    return Row(one.item, "restated", one.field, before, after, name=name)


def _steps(value: Value | None) -> list[str]:
    """Return the steps of a trail in words: document, clause, days, reason."""
    return [" ".join(filter(None, _said(step))) for step in (value.trail if value else ())]


def _said(step: TrailStep) -> Iterator[str | None]:
    yield step.source.cited if step.source else None
    yield step.clause
    yield step.start.text if step.start else None
    yield f"至 {step.until.text}" if step.until else None
    yield step.reason


def _announcements(before: Directory, after: Directory) -> Iterator[Row]:
    """Yield what is announced in one of two directories only (F7)."""
    old, new = _announced(before), _announced(after)
    for key in sorted({*old} - {*new}):
        yield replace(old[key], how="unannounced", before=old[key].after, after=None)
    for key in sorted({*new} - {*old}):
        yield new[key]


def _announced(directory: Directory) -> dict[str, Row]:
    found: dict[str, Row] = {}
    for coming in directory.upcoming:
        name = _name(coming.item, directory) or str(dict(coming.gives).get("name", ""))
        since = coming.step.start.text if coming.step.start else ""
        whole = coming.step.verb in ("introduce", "withdraw", "restore", "adopt") or not coming.gives
        for path, value in (("", coming.step.verb),) if whole else coming.gives:
            row = Row(coming.item, "announced", path, after=value, since=since, name=name)
            found[_key(row)] = row
    return found


def _name(item_id: str, directory: Directory) -> str:
    held = directory.items.get(item_id) or directory.offered.get(item_id)
    gone = directory.withdrawn.get(item_id)
    return held.name if held else gone.item.name if gone else ""
