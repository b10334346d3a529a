"""Burden figures as published: on the page of their place, deciding nothing (FOLD F30)."""

from dataclasses import dataclass

from generator.catalogue.model import Record, strings
from generator.dates import chinese
from generator.reading.document import Json
from generator.site.context import Site
from generator.site.trail import SourceLink, source_link
from generator.words import FIGURE_LEVELS, KINDS


@dataclass(frozen=True)
class Figure:
    """A published number before and after, in the document's own words."""

    title: str
    about: str
    scope: str
    level: str
    before: str
    after: str
    as_of: str
    source: SourceLink | None
    clause: str
    notes: tuple[str, ...]


def figures_of(site: Site, place: str) -> tuple[Figure, ...]:
    """Return the figures of a place, in order of slug."""
    return tuple(_figure(site, record) for record in site.records_of("figures", place))


def _figure(site: Site, record: Record) -> Figure:
    data = record.data
    return Figure(
        str(data["title"]), KINDS.get(_text(data.get("about")), ""), _text(data.get("scope")),
        FIGURE_LEVELS.get(_text(data.get("level")), ""), _count(data.get("before"), data.get("unit")),
        _count(data.get("after"), data.get("unit")), chinese(_text(data.get("as_of"))),
        _source(site, record, data.get("source")), _text(data.get("clause")), strings(data.get("notes")),
    )  # fmt: skip


def _count(count: Json, unit: Json) -> str:
    """Write a count as its document does; the bare number only where the wording gives none of it."""
    if not isinstance(count, dict):
        return ""
    stated, value = _text(count.get("as_stated")), count.get("value")
    digits = "" if value is None or f"{value:g}" in stated.replace(",", "") else f"（{value:g}{_text(unit)}）"
    return stated + digits


def _source(site: Site, record: Record, reference: Json) -> SourceLink | None:
    source = site.source_of(reference, record.place) if reference else None
    return source_link(source) if source else None


def _text(value: Json) -> str:
    return "" if value is None else str(value)
