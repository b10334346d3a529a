"""What differs between the records of two catalogues: documents, lists, figures, proposals, registers, places.

They decide nothing (FOLD F30), so the effective difference has none of them; a reviewer wants them all the same.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

from generator.catalogue.model import RECORD_KINDS, Catalogue
from generator.reading.document import Json


@dataclass(frozen=True)
class RecordRow:
    """One record that came, went or changed: its kind, "place/slug", title, and the top-level fields that differ."""

    kind: str
    id: str
    place: str
    how: Literal["added", "removed", "changed"]
    title: str
    fields: tuple[str, ...] = ()


_Held = Mapping[str, tuple[str, Mapping[str, Json]]]  # by id: place and data


def record_rows(before: Catalogue, after: Catalogue) -> tuple[RecordRow, ...]:
    """Return the records that differ, by kind and id."""
    kinds = ("place", "sources", *RECORD_KINDS)
    return tuple(row for kind in kinds for row in _rows(kind, _held(before, kind), _held(after, kind)))


def _held(catalogue: Catalogue, kind: str) -> _Held:
    if kind == "place":
        return {place.path: (place.path, place.data) for place in catalogue.places.values()}
    if kind == "sources":
        return {source.id: (source.place, source.data) for source in catalogue.sources.values()}
    return {record.id: (record.place, record.data) for record in catalogue.records.get(kind, {}).values()}


def _rows(kind: str, before: _Held, after: _Held) -> Iterator[RecordRow]:
    for name in sorted({*before, *after}):
        old, new = before.get(name), after.get(name)
        place, data = new or old or ("", {})
        title = str(data.get("title") or data.get("name") or "")
        if old is None or new is None:
            yield RecordRow(kind, name, place, "added" if old is None else "removed", title)
        elif old[1] != new[1]:
            keys = [key for key in {**old[1], **new[1]} if old[1].get(key) != new[1].get(key)]
            yield RecordRow(kind, name, place, "changed", title, tuple(keys))
