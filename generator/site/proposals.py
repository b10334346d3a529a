"""Applications for admission and adjustment as published: on the page of their place, deciding nothing (FOLD F30)."""

from collections.abc import Iterator
from dataclasses import dataclass

from generator.catalogue.model import Record, mappings, strings, text_of
from generator.dates import chinese
from generator.reading.document import Json
from generator.site.context import Site
from generator.site.links import page_path
from generator.site.trail import SourceLink, source_link
from generator.words import DAY_KINDS, KINDS, PROPOSAL_ACTIONS, PROPOSAL_STATES, PROPOSAL_TRACKS, TEST_ANSWERS

_BODIES = (
    ("as_named", "文件上的名称"), ("applicant", "申请单位"), ("approver", "审批机关"), ("consulted", "征求意见"),
)  # fmt: skip
_TESTS = (("basis", "依据"), ("funding", "经费保障"), ("use", "实际效用"), ("recognition", "村民群众认可"))


@dataclass(frozen=True)
class Fact:
    """What a document says of one point: who applies, a deadline, one of the four tests, a state."""

    label: str
    words: str
    source: SourceLink | None = None
    clause: str = ""


@dataclass(frozen=True)
class Proposal:
    """An application for admission or adjustment: its states, deadlines and the four tests of the Opinion."""

    slug: str
    title: str
    what: str
    named: tuple[str, str]
    facts: tuple[Fact, ...]
    stages: tuple[Fact, ...]
    working_days: bool
    notes: tuple[str, ...]


def proposals_of(site: Site, place: str) -> tuple[Proposal, ...]:
    """Return the proposals of a place, in order of slug."""
    return tuple(_proposal(site, record) for record in site.records_of("proposals", place))


def applications(site: Site, place: str, item_id: str) -> tuple[tuple[str, str, str], ...]:
    """Return (title, last state, page) of what a place and those above it record about a matter, its own first."""
    found = []
    for level in reversed(site.catalogue.chain(place, site.on)):
        for record in site.records_of("proposals", level):
            named = text_of(record.data.get("item"))
            if named and item_id in (named, *site.read_as(level, named)):
                last = list(mappings(record.data["states"]))[-1]
                words = f"{site.place(level).name}：{PROPOSAL_STATES[str(last['state'])]}"
                if "on" in last:
                    words += f"（{chinese(str(last['on']))}）"
                page = f"{page_path(level)}#proposal-{record.slug}"
                found.append((str(record.data["title"]), words, page))
    return tuple(found)


def _proposal(site: Site, record: Record) -> Proposal:
    data = record.data
    item_id = text_of(data.get("item"))
    page = site.item_page(record.place, item_id) if item_id else None
    name = site.item_name(record.place, item_id) if item_id else _text(data.get("as_named"))
    track = PROPOSAL_TRACKS.get(_text(data.get("track")), "")
    action = PROPOSAL_ACTIONS.get(_text(data.get("action")), "")
    return Proposal(
        record.slug, str(data["title"]), f"{track}；{action}{KINDS.get(_text(data.get('kind')), '')}",
        (name, page[1] if page else ""), tuple(_facts(site, record)),
        tuple(_stage(site, record, entry) for entry in mappings(data.get("states"))),
        any(entry.get("day_kind") == "working" for entry in mappings(data.get("deadlines"))),
        strings(data.get("notes")),
    )  # fmt: skip


def _facts(site: Site, record: Record) -> Iterator[Fact]:
    """Yield who applies, who decides, who was asked, the deadlines and the four tests, where documents say so."""
    data = record.data
    yield from (Fact(label, _text(data[key])) for key, label in _BODIES if key in data)
    for entry in mappings(data.get("deadlines")):
        kind = DAY_KINDS.get(_text(entry.get("day_kind")), "")
        start = f"，自{chinese(_text(entry.get('from')))}起算" if "from" in entry else ""
        yield Fact(
            f"期限：{entry.get('of')}", f"{entry.get('days')}{kind}{start}", clause=_text(entry.get("clause"))
        )
    tests = data.get("tests")
    for key, label in _TESTS:
        test = tests.get(key) if isinstance(tests, dict) else None
        if isinstance(test, dict):
            answer = TEST_ANSWERS.get(_text(test.get("met")), "")
            yield _cited(site, record, test, label, f"{answer}：{test['says']}" if "says" in test else answer)


def _stage(site: Site, record: Record, entry: dict[str, Json]) -> Fact:
    day, says = chinese(_text(entry.get("on"))), _text(entry.get("says"))
    words = f"{day}：{says}" if day and says else day or says
    return _cited(site, record, entry, PROPOSAL_STATES.get(_text(entry.get("state")), ""), words)


def _cited(site: Site, record: Record, entry: dict[str, Json], label: str, words: str) -> Fact:
    source = site.source_of(entry["source"], record.place) if "source" in entry else None
    return Fact(label, words, source_link(source) if source else None, _text(entry.get("clause")))


def _text(value: Json) -> str:
    return "" if value is None else str(value)
