"""A place: a folder with place.yaml, as it is on a day (FOLD F33)."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date

from generator.catalogue.values import date_of, mappings, strings
from generator.dates import PartialDate
from generator.reading.document import Document, Json


@dataclass(frozen=True, eq=False)
class Place:
    """A folder with place.yaml. `path` is its id ("national", "hubei", "hubei/shiyan").

    `start` and `end` bound its time (FOLD F33): the first day it exists, the first day it no longer does.
    """

    path: str
    parent: str | None
    name: str
    short: str
    level: str
    code: str | None
    start: PartialDate | None
    end: PartialDate | None
    data: Mapping[str, Json]
    document: Document

    def exists(self, on: date) -> bool:
        """Tell whether the place exists on a day."""
        return (self.start is None or self.start.first <= on) and (self.end is None or on < self.end.first)

    def _changes(self) -> Iterator[tuple[dict[str, Json], PartialDate]]:
        for change in mappings(self.data.get("changes")):
            start = date_of(change.get("from"))
            if start is not None:
                yield change, start

    @property
    def changed(self) -> tuple[date, ...]:
        """Return the days from which it has another name, code or level."""
        return tuple(start.first for _, start in self._changes())

    @property
    def into(self) -> tuple[str, ...]:
        """Return the places it was merged or split into."""
        ended = self.data.get("ended")
        into = ended.get("into") if isinstance(ended, dict) else None
        return strings(into)

    def on(self, day: date) -> "Place":
        """Return the place with the name, code and level it has on a day: its `changes` in force by then (F33)."""
        if "changes" not in self.data:
            return self
        values: dict[str, str] = {}
        dated = [(start.first, change) for change, start in self._changes() if start.first <= day]
        for _, change in sorted(dated, key=lambda pair: pair[0]):
            new = change.get("set")
            values |= {key: str(value) for key, value in new.items()} if isinstance(new, dict) else {}
        if "name" in values and "short" not in values:
            values["short"] = values["name"]
        return replace(self, **values) if values else self  # type: ignore[arg-type]
