"""Burden figures and proposals as published: on the page of their place, deciding nothing (FOLD F30)."""

from dataclasses import dataclass

from generator.catalogue.model import Record, mappings, strings, text_of
from generator.dates import chinese
from generator.reading.document import Json
from generator.site.context import Site
from generator.site.trail import SourceLink, source_link
from generator.words import (
    DAY_KINDS,
    FIGURE_LEVELS,
    KINDS,
    PROPOSAL_ACTIONS,
    PROPOSAL_STATES,
    PROPOSAL_TRACKS,
    TEST_ANSWERS,
)


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


@dataclass(frozen=True)
class Stage:
    """One state of a proposal."""

    words: str
    day: str
    says: str
    source: SourceLink | None
    clause: str


@dataclass(frozen=True)
class Proposal:
    """An application for admission or adjustment: its states, deadlines and the four tests of the Opinion."""

    title: str
    what: str
    named: tuple[str, str]
    facts: tuple[tuple[str, str], ...]
    stages: tuple[Stage, ...]
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


def proposals_of(site: Site, place: str) -> tuple[Proposal, ...]:
    """Return the proposals of a place, in order of slug."""
    return tuple(_proposal(site, record) for record in site.records_of("proposals", place))


def _proposal(site: Site, record: Record) -> Proposal:
    data = record.data
    item_id = text_of(data.get("item"))
    page = site.item_page(record.place, item_id) if item_id else None
    name = site.item_name(record.place, item_id) if item_id else _text(data.get("as_named"))
    track = PROPOSAL_TRACKS.get(_text(data.get("track")), "")
    action = PROPOSAL_ACTIONS.get(_text(data.get("action")), "")
    return Proposal(
        str(data["title"]), f"{track}；{action}{KINDS.get(_text(data.get('kind')), '')}",
        (name, page[1] if page else ""), tuple(_facts(data)),
        tuple(_stage(site, record, entry) for entry in mappings(data.get("states"))), strings(data.get("notes")),
    )  # fmt: skip


def _facts(data: object) -> list[tuple[str, str]]:
    """Return who applies, who decides, who was asked, the deadlines and the four tests, where documents say so."""
    if not isinstance(data, dict):
        return []
    named = (
        ("as_named", "文件上的名称"),
        ("applicant", "申请单位"),
        ("approver", "审批机关"),
        ("consulted", "征求意见"),
    )
    found = [(label, _text(data[key])) for key, label in named if key in data]
    for entry in mappings(data.get("deadlines")):
        kind = DAY_KINDS.get(_text(entry.get("day_kind")), "")
        start = f"，自{chinese(_text(entry.get('from')))}起算" if "from" in entry else ""
        clause = f"（{entry['clause']}）" if "clause" in entry else ""
        found.append((f"期限：{entry.get('of')}", f"{entry.get('days')}{kind}{start}{clause}"))
    tests = data.get("tests")
    for key, label in _TESTS:
        test = tests.get(key) if isinstance(tests, dict) else None
        if isinstance(test, dict):
            answer = TEST_ANSWERS.get(_text(test.get("met")), "")
            says = f"：{test['says']}" if "says" in test else ""
            clause = f"（{test['clause']}）" if "clause" in test else ""
            found.append((label, f"{answer}{says}{clause}"))
    return found


_TESTS = (("basis", "依据"), ("funding", "经费保障"), ("use", "实际效用"), ("recognition", "村民群众认可"))


def _stage(site: Site, record: Record, entry: dict[str, Json]) -> Stage:
    return Stage(
        PROPOSAL_STATES.get(_text(entry.get("state")), ""), chinese(_text(entry.get("on"))), _text(entry.get("says")),
        _source(site, record, entry.get("source")), _text(entry.get("clause")),
    )  # fmt: skip


def _source(site: Site, record: Record, reference: Json) -> SourceLink | None:
    source = site.source_of(reference, record.place) if reference else None
    return source_link(source) if source else None


def _text(value: Json) -> str:
    return "" if value is None else str(value)
