"""A certificate as its page shows it: the verdict first, then the cases, the ways round it, and the grounds."""

from collections.abc import Mapping
from dataclasses import dataclass

from generator.catalogue.model import strings
from generator.field_words import issuers_words
from generator.reading.document import Json
from generator.resolve.directory import Item
from generator.site.basis import (
    BasisView,
    DocumentView,
    all_bases,
    bases_of,
    by_document,
    first_reason,
    picked,
)
from generator.site.context import Site
from generator.words import (
    ACTS,
    BODIES,
    DAY_KINDS,
    REACHED,
    Verdict,
    overall,
    verdict_words,
)


@dataclass(frozen=True)
class Way:
    """What to do instead of the certificate."""

    do: str
    where: str
    basis: tuple[BasisView, ...]


@dataclass(frozen=True)
class StepOfCase:
    """One step on the way to the certificate."""

    do: str
    actor: str
    act: str
    time: str
    basis: tuple[BasisView, ...]


@dataclass(frozen=True)
class Case:
    """One answer: for whom, when, the verdict and all that hangs on it."""

    id: str
    bodies: str
    when: str
    verdict: Verdict
    reached: str
    act: str
    conditions: str
    issuers: str
    who_asks: str
    intake: str
    materials: tuple[str, ...]
    time: str
    time_clause: str
    steps: tuple[StepOfCase, ...]
    ways: tuple[Way, ...]
    basis: tuple[BasisView, ...]


@dataclass(frozen=True)
class Certificate:
    """A certificate's page, without what depends on the place's other items."""

    verdict: Verdict
    cases: tuple[Case, ...]
    silent_for: str
    first_way: Way | None
    reason: BasisView | None
    basis: tuple[DocumentView, ...]
    deciding: tuple[BasisView, ...]  # what the verdicts rest on
    asked_by: tuple[str, ...]
    form: str  # the id of the blank form, empty for none


def certificate_of(site: Site, item: Item) -> Certificate:
    """Return a certificate as its page shows it."""
    tree = item.tree()
    bases = bases_of(site, item)
    everything = all_bases(site, item, bases)
    cases = tuple(_case(name, case, bases) for name, case in _entries(tree.get("cases")))
    spoken = {body for _, case in _entries(tree.get("cases")) for body in strings(case.get("for"))}
    return Certificate(
        verdict_of(item),
        cases,
        "、".join(name for body, name in BODIES.items() if spoken and body not in spoken),
        next((case.ways[0] for case in cases if case.ways), None),
        first_reason((case.basis for case in cases), everything),
        by_document(everything),
        tuple(dict.fromkeys(basis for case in cases for basis in case.basis)) or everything[:1],
        strings(tree.get("asked_by")),
        _text(tree.get("form")),
    )


def verdict_of(item: Item) -> Verdict:
    """Return what a certificate says first."""
    return overall(
        [
            (_text(case.get("verdict")), _text(case.get("reached_by")) or None)
            for _, case in _entries(item.tree().get("cases"))
        ]
    )


def _entries(value: Json) -> list[tuple[str, dict[str, Json]]]:
    """Return the entries of a keyed list, the default first."""
    if not isinstance(value, dict):
        return []
    entries = [(name, entry) for name, entry in value.items() if isinstance(entry, dict)]
    return sorted(entries, key=lambda pair: pair[0] != "default")


def _text(value: Json) -> str:
    """Return a value as text, empty for none."""
    return "" if value is None else str(value)


def days_words(days: Json, kind: Json) -> str:
    """Write a period: 5 working days is 5个工作日."""
    return "" if days is None else f"{days}{DAY_KINDS.get(_text(kind), DAY_KINDS['unstated'])}"


def _case(name: str, case: Mapping[str, Json], bases: Mapping[str, BasisView]) -> Case:
    """Return one case."""
    reached = _text(case.get("reached_by"))
    verdict = _text(case.get("verdict"))
    limit, issuers = case.get("time_limit"), case.get("issuers")
    limit = limit if isinstance(limit, dict) else {}
    return Case(
        name,
        "、".join(BODIES.get(body, body) for body in strings(case.get("for"))),
        _text(case.get("when")),
        Verdict(verdict, verdict_words(verdict, reached)),
        REACHED.get(reached, ""),
        ACTS.get(_text(case.get("act")), ""),
        _text(case.get("conditions")),
        issuers_words(issuers) if isinstance(issuers, dict) else "",
        _text(case.get("who_asks")),
        _text(case.get("intake")),
        strings(case.get("materials")),
        days_words(limit.get("days"), limit.get("day_kind")),
        _text(limit.get("clause")),
        tuple(_step(step, bases) for _, step in _keyed(case.get("steps"))),
        tuple(
            Way(_text(way.get("do")), _text(way.get("where")), picked(bases, way.get("basis")))
            for _, way in _keyed(case.get("instead"))
        ),
        picked(bases, case.get("basis")),
    )


def _keyed(value: Json) -> list[tuple[str, dict[str, Json]]]:
    """Return the entries of a keyed list in their order."""
    if not isinstance(value, dict):
        return []
    return [(name, entry) for name, entry in value.items() if isinstance(entry, dict)]


def _step(step: Mapping[str, Json], bases: Mapping[str, BasisView]) -> StepOfCase:
    """Return one step of a case."""
    return StepOfCase(
        _text(step.get("do")),
        _text(step.get("actor")),
        ACTS.get(_text(step.get("act")), ""),
        days_words(step.get("days"), step.get("day_kind")),
        picked(bases, step.get("basis")),
    )
