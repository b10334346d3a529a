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
from generator.catalogue.register import chinese, cited_articles
from generator.reading.document import Json

State = Literal["same", "renumbered", "ended", "unmapped"]
_ARTICLE = r"第[一二三四五六七八九十百千零〇]+条(?:之[一二三四五六七八九十]+)?"
_CITED = re.compile(
    rf"(?P<first>{_ARTICLE})[至到—–~-]+(?P<last>{_ARTICLE})|{_ARTICLE}"
)  # a span, or one article


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


def now_words(citation: Citation) -> str:
    """Say how a cited article is numbered on the day, nothing where it has the same number."""
    said = {"same": "", "ended": "现行文本已无此条", "unmapped": "条号待核"}
    return said.get(citation.state, f"现为{'、'.join(citation.now)}")


def citation_on(source: Source, clause: str, edition: str | None, on: date) -> Citation:
    """Return a clause, cited by `edition` (else by the source's `articles_as_of`), as numbered on a day.

    Of a law without `editions` the number stands as cited; with them, an article of no named edition is not mapped.
    """
    editions = editions_of(source)
    named = edition or source.data.get("articles_as_of")
    cited = next((n for n, e in enumerate(editions) if e.id == named), None)
    force = max((n for n, e in enumerate(editions) if e.start <= on), default=None)
    articles = list(dict.fromkeys(number for found in _CITED.finditer(clause) for number in _within(found)))
    if not articles or not editions or (cited is not None and cited == force):
        return Citation(clause, (clause,), "same")
    if cited is None or force is None:  # no edition is named, or none that is recorded was in force yet
        return Citation(clause, (), "unmapped")
    steps = (
        editions[cited + 1 : force + 1] if cited < force else tuple(reversed(editions[force + 1 : cited + 1]))
    )
    mapped = {article: _through(steps, article, forward=cited < force) for article in articles}
    if any(numbers is None for numbers in mapped.values()):
        return Citation(clause, (), "unmapped")
    if not any(mapped.values()):
        return Citation(clause, (), "ended")
    now = _renumbered(clause, articles, {article: numbers or () for article, numbers in mapped.items()})
    return Citation(clause, now, "same" if now == (clause,) else "renumbered")


def _through(steps: tuple[Edition, ...], article: str, forward: bool) -> tuple[str, ...] | None:
    """Return what an article becomes through editions: its numbers, none where it ends, None where not mapped."""
    numbers: tuple[str, ...] = (article,)
    for step in steps:
        mapped = _mapped(step, numbers, forward)
        if mapped is None:
            return None
        numbers = mapped
    return numbers


def _within(found: re.Match[str]) -> tuple[str, ...]:
    """Return the articles of a citation, those between the two ends of a span too."""
    if not found["first"]:
        return (found[0],)
    start, end = (cited_articles(found[name])[0][1] for name in ("first", "last"))
    return (found["first"], *(f"第{chinese(n)}条" for n in range(start + 1, end)), found["last"])


def _renumbered(clause: str, articles: list[str], mapped: dict[str, tuple[str, ...]]) -> tuple[str, ...]:
    """Return a clause with its articles' new numbers; one article that became several is several clauses."""
    if len(articles) == 1 and len(mapped[articles[0]]) > 1:
        return mapped[articles[0]]

    def now(found: re.Match[str]) -> str:
        return _in_runs([new for old in _within(found) for new in mapped[old]]) or f"{found[0]}（已删）"

    return (_CITED.sub(now, clause),)


def _in_runs(articles: list[str]) -> str:
    """Write articles, three or more that follow each other as a span."""
    runs: list[list[str]] = []
    for article in dict.fromkeys(articles):
        number = cited_articles(article)[0][1]
        if runs and article == f"第{chinese(number)}条" and cited_articles(runs[-1][-1])[0][1] + 1 == number:
            runs[-1].append(article)
        else:
            runs.append([article])
    return "、".join(f"{run[0]}至{run[-1]}" if len(run) > 2 else "、".join(run) for run in runs)


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
