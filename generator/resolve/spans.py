"""The times in which a step holds: its bounds, and where they come from (FOLD F1, F2)."""

from dataclasses import dataclass, replace
from datetime import date

from generator.catalogue.model import Catalogue, ItemFile, Source, date_of, mappings, source_id, text_of
from generator.dates import PartialDate
from generator.reading.document import Json, Path
from generator.resolve.directory import Since


@dataclass(frozen=True)
class Span:
    """A time in which a step holds, with the document that makes it hold: its own, or that of a `continue`."""

    start: PartialDate | None
    since: Since
    until: PartialDate | None
    source: Source | None
    clause: str | None
    mark: Path
    until_unstated: bool = False  # 现阶段: the document gives no end (F27)

    @property
    def first_day(self) -> date:
        """Return the first day in force; an undated span comes before all dated ones."""
        return self.start.first if self.start else date.min

    @property
    def end(self) -> date:
        """Return the first day no longer in force."""
        return self.until.first if self.until else date.max

    def holds(self, on: date) -> bool:
        """Tell whether the span is in force on a day."""
        return self.first_day <= on < self.end

    def blurs(self, on: date) -> bool:
        """Tell whether one of its bounds is imprecise and holds the day (F1)."""
        return any(bound is not None and bound.blurs(on) for bound in (self.start, self.until))

    def settled(self, on: date) -> "Span":
        """Return the span as if each imprecise bound that holds the day were its last day (F1)."""
        return replace(self, start=settled(self.start, on), until=settled(self.until, on))


def settled(bound: PartialDate | None, on: date) -> PartialDate | None:
    """Return a bound, put after its last day where it is imprecise and holds the day (F1)."""
    if bound is None or not bound.blurs(on):
        return bound
    return PartialDate(bound.text, bound.settled, bound.settled)


def span_of(catalogue: Catalogue, file: ItemFile, mark: Path, data: dict[str, Json]) -> Span:
    """Return the time that a step states, with the document that makes it hold."""
    named = data.get("continue")
    holder = named if isinstance(named, dict) and "source" not in data else data
    reference = text_of(holder.get("source"))
    source = catalogue.sources.get(source_id(reference, file.place)) if reference else None
    start, since = _start(date_of(data.get("from")), source)
    ends = [bound for bound in (date_of(data.get("until")), source.until if source else None) if bound]
    return Span(
        start, since, min(ends, key=lambda d: d.first, default=None), source, text_of(holder.get("clause")),
        mark, data.get("until") == "unstated",
    )  # fmt: skip


def _start(stated: PartialDate | None, source: Source | None) -> tuple[PartialDate | None, Since]:
    if stated:
        return stated, "stated"
    if source and source.kind == "law" and (cited := _edition_cited(source)) is not None:
        return cited, "law_edition"
    if source and source.in_force:
        return source.in_force, "law_edition" if source.kind == "law" else "in_force"
    if source and source.issued:
        return source.issued, "issued"
    if source and source.reported:
        return source.reported, "reported"
    return None, "undated"


def _edition_cited(source: Source) -> PartialDate | None:
    """Return the day the edition that a law is cited by came into force, where the source says which it is (F2)."""
    named = source.data.get("articles_as_of")
    editions = [e for e in mappings(source.data.get("editions")) if e.get("id") == named]
    return date_of(editions[0].get("from")) if editions else None
