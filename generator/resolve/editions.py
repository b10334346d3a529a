"""Articles of laws over their editions: which number an article cited has on a day (FOLD F32).

A source's `editions` stand in order of time; each says how the articles of the one before are numbered in it
(`renumbered`: article to article, list or null). Unlisted articles keep their number only where the edition says
`rest: unchanged`. Both directions compose.
"""

import re
from dataclasses import dataclass
from datetime import date
from typing import Literal

from generator.catalogue.model import Source, date_of, mappings
from generator.reading.document import Json

State = Literal["same", "renumbered", "ended", "unmapped"]
_ARTICLE = re.compile(r"第[一二三四五六七八九十百千零〇]+条(?:之[一二三四五六七八九十]+)?")


@dataclass(frozen=True)
class Citation:
    """An article as cited and as numbered on a day. `now` is empty where the citation ends or is not mapped."""

    cited: str
    now: tuple[str, ...]
    state: State


@dataclass(frozen=True)
class Edition:
    """One edition of a law: the day it comes into force and how it renumbers the one before."""

    id: str
    start: date
    renumbered: dict[str, Json]
    rest_unchanged: bool


def editions_of(source: Source) -> tuple[Edition, ...]:
    """Return a source's editions in order of the day they come into force."""
    found = []
    for entry in mappings(source.data.get("editions")):
        start, numbers = date_of(entry.get("from")), entry.get("renumbered")
        if start is not None:
            mapping = numbers if isinstance(numbers, dict) else {}
            found.append(Edition(str(entry["id"]), start.first, mapping, entry.get("rest") == "unchanged"))
    return tuple(sorted(found, key=lambda edition: edition.start))


def citation_on(source: Source, clause: str, edition: str | None, on: date) -> Citation:
    """Return an article, cited by `edition` (else by the source's `articles_as_of`), as numbered on a day."""
    editions = editions_of(source)
    article = _ARTICLE.match(clause)
    named = edition or source.data.get("articles_as_of")
    cited = next((n for n, e in enumerate(editions) if e.id == named), None)
    force = max((n for n, e in enumerate(editions) if e.start <= on), default=None)
    if article is None or cited is None or force is None or cited == force:
        return Citation(clause, (clause,), "same")
    numbers: tuple[str, ...] = (article.group(),)
    steps = (
        editions[cited + 1 : force + 1] if cited < force else tuple(reversed(editions[force + 1 : cited + 1]))
    )
    for step in steps:
        mapped = _mapped(step, numbers, forward=cited < force)
        if mapped is None:
            return Citation(clause, (), "unmapped")
        numbers = mapped
    if not numbers:
        return Citation(clause, (), "ended")
    rest = clause[article.end() :]
    now = tuple(f"{number}{rest}" if len(numbers) == 1 else number for number in numbers)
    return Citation(clause, now, "same" if now == (clause,) else "renumbered")


def _mapped(edition: Edition, numbers: tuple[str, ...], forward: bool) -> tuple[str, ...] | None:
    """Return the numbers in the next (or the previous) edition; None where one is not mapped."""
    found: list[str] = []
    for number in numbers:
        mapped = _forward(edition, number) if forward else _backward(edition, number)
        if mapped is None:
            return None
        found += mapped
    return tuple(dict.fromkeys(found))


def _forward(edition: Edition, number: str) -> list[str] | None:
    if number in edition.renumbered:
        new = edition.renumbered[number]
        return [] if new is None else [str(n) for n in (new if isinstance(new, list) else [new])]
    return [number] if edition.rest_unchanged else None


def _backward(edition: Edition, number: str) -> list[str] | None:
    old = [
        before for before, after in edition.renumbered.items()
        if after is not None and number in (after if isinstance(after, list) else [after])
    ]  # fmt: skip
    if old:
        return old
    return [number] if edition.rest_unchanged and number not in edition.renumbered else None
