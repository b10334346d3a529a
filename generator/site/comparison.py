"""The provinces side by side: how each answers a certificate, and which other places say something of a matter.

Silence is no answer: a province of which no list is collected, or whose list does not name the matter, stands apart
and is never counted as agreeing with the nation (FOLD F30).
"""

from dataclasses import dataclass

from generator.catalogue.model import ROOT, Place, mappings
from generator.resolve.directory import Item
from generator.site.certificate import verdict_of
from generator.site.context import Site
from generator.site.links import page_path
from generator.words import VERDICT_ORDER, Verdict

LISTED, WRITTEN = "本省清单列出", "本省文件另写"


@dataclass(frozen=True)
class Cell:
    """A province in the table: its short name, its page of the matter, and its name for it where that differs."""

    short: str
    path: str
    name: str


@dataclass(frozen=True)
class AnswerRow:
    """The provinces that give one answer in one way."""

    verdict: Verdict
    way: str
    cells: tuple[Cell, ...]


@dataclass(frozen=True)
class Comparison:
    """A certificate across the 31 provinces, each in exactly one place, in official order."""

    rows: tuple[AnswerRow, ...]
    ended: tuple[Cell, ...]  # their directory no longer lists it
    unlisted: tuple[Cell, ...]  # a list is collected, the matter is not on it
    uncollected: tuple[Cell, ...]


def comparison_of(site: Site, item: Item) -> Comparison:
    """Return the nation's certificate `item` across the provinces."""
    rows: dict[tuple[str, str, str], list[Cell]] = {}
    apart: dict[str, list[Cell]] = {"ended": [], "unlisted": [], "uncollected": []}
    for province in site.catalogue.provinces():
        directory = site.directories[province.path]
        theirs = directory.items.get(item.id)
        cell = _cell(province, item, theirs)
        way = _way(site, province.path, item.id)
        if theirs is None:
            apart["ended"].append(cell)
        elif way:
            verdict = verdict_of(theirs)
            rows.setdefault((verdict.key, verdict.words, way), []).append(cell)
        else:
            apart["uncollected" if site.uncollected(province.path) else "unlisted"].append(cell)
    ordered = sorted(rows.items(), key=lambda row: (VERDICT_ORDER.index(row[0][0]), row[0][2] != LISTED))
    return Comparison(
        tuple(AnswerRow(Verdict(key, words), way, tuple(cells)) for (key, words, way), cells in ordered),
        *(tuple(cells) for cells in apart.values()),
    )


def _way(site: Site, place: str, item_id: str) -> str:
    """Say how a province speaks of a matter, empty where it does not."""
    if site.says_own(place, item_id):
        return WRITTEN
    listed = any(
        row.get("item") == item_id
        for entry in site.lists_of(place)
        for row in mappings(entry.data.get("entries"))
    )
    return LISTED if listed else ""


def _cell(province: Place, item: Item, theirs: Item | None) -> Cell:
    name = theirs.name if theirs is not None and theirs.name != item.name else ""
    return Cell(province.short, page_path(f"{province.path}/{item.id}"), name)


def speaking_below(site: Site, place: str, item_id: str) -> tuple[tuple[str, str], ...]:
    """Return (name, page) of the places in `place` that have their own file about a matter, in official order."""
    found = [
        site.place(path)
        for path in site.catalogue.items.get(item_id, {})
        if path != place and (path, item_id) in site.pages and place in site.catalogue.chain(path, site.on)
    ]
    return tuple(
        (full_name(site, known), page_path(f"{known.path}/{item_id}"))
        for known in sorted(found, key=lambda p: (p.code or "999999", p.path))
    )


def full_name(site: Site, place: Place) -> str:
    """Return a place's short name after that of its province: 河南洛阳."""
    chain = [site.place(path) for path in site.catalogue.chain(place.path, site.on) if path != ROOT]
    return "".join(dict.fromkeys(known.short for known in (chain[0], place)))
