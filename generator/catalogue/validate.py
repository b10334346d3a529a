"""Check one file: its schema, and what a schema cannot say of its dates, ids and texts."""

import difflib
from collections.abc import Iterator

from generator.catalogue.model import FOLDING_KINDS
from generator.catalogue.schema import described
from generator.catalogue.schema_findings import check_value, guess
from generator.catalogue.validators import validator
from generator.codes import finding
from generator.dates import parse
from generator.findings import Finding
from generator.reading.document import Document
from generator.reading.text import flaws

_OF_ADJUSTMENTS = frozenset({"changes", "introduces", "accepted"})


def validate(document: Document, kind: str) -> Iterator[Finding]:
    """Yield the schema findings of a file of `kind`."""
    meant = _meant_to_adjust(document, kind)
    yield from check_value(document, (), validator(kind), kind) if meant is None else (meant,)
    yield from _dates_and_ids(document)
    yield from _texts(document)


def _meant_to_adjust(document: Document, kind: str) -> Finding | None:
    """Return what is wrong with an adjustment that does not say so: nothing else is then asked of it."""
    value = document.value
    if kind not in FOLDING_KINDS or not isinstance(value, dict) or "adjusts" in value:
        return None
    for key in value:
        if difflib.get_close_matches(key, ["adjusts"], cutoff=0.8):
            return finding("S102", document.key_at((key,)), key=key, **guess(key, ["adjusts"]))
    if "changes" in value and value.keys() <= _OF_ADJUSTMENTS:
        return finding("S103", document.at(), key="adjusts", description=described(kind, ("adjusts",)))
    return None


def _texts(document: Document) -> Iterator[Finding]:
    """Yield what no text may hold, at the character where the text stands as it is written."""
    for path, value in document.walk():
        if isinstance(value, str):
            for flaw in flaws(value):
                at = document.at(path) if flaw.at is None else document.within(path, flaw.at)
                fix = (
                    flaw.fix if at.end_column == at.column + 1 else None
                )  # never over more than the character
                yield finding(flaw.code, at, fix=fix, **flaw.values)


def _dates_and_ids(document: Document) -> Iterator[Finding]:
    """Yield what JSON Schema cannot say: days that do not exist, ids that stand twice."""
    for path, value in document.walk():
        if path and path[-1] in _DATE_KEYS and isinstance(value, str) and _looks_like_date(value):
            day = parse(value)
            if day is None:
                yield finding("D101", document.at(path), value=value)
            elif not 1900 <= day.first.year <= 2100:
                yield finding("D115", document.at(path), value=value)
        elif isinstance(value, list):
            seen: set[str] = set()
            for index, entry in enumerate(value):
                name = entry.get("id") if isinstance(entry, dict) else None
                if isinstance(name, str) and name in seen:
                    yield finding("S110", document.at((*path, index, "id")), key=name)
                seen.add(str(name))


_DATE_KEYS = frozenset(
    {"from", "until", "issued", "in_force", "reported", "seen_on", "verified_on", "on", "as_of"}
)


def _looks_like_date(value: str) -> bool:
    return len(value) in (4, 7, 10) and value.isascii() and value.replace("-", "").isdigit()
