"""What changed lately, by the dates in documents: never by the day on which something was recorded here."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from generator.catalogue.model import ROOT
from generator.resolve.directory import Item, TrailStep
from generator.site.comparison import full_name
from generator.site.context import Site
from generator.site.trail import SourceLink, source_link
from generator.words import VERBS, since_words

# A day in a document. "Not later than" a report or an edition is no day on which something changed.
_DATED = frozenset({"stated", "in_force", "issued"})
_NAMED = 5


@dataclass(frozen=True)
class Recent:
    """What one document did at one place on one day; `named` are the first matters, `more` counts the others."""

    since: str
    place: str
    verb: str
    source: SourceLink | None
    named: tuple[tuple[str, str], ...]
    more: int


def recent(site: Site, places: Sequence[str], limit: int) -> tuple[Recent, ...]:
    """Return the latest dated steps that `places` took by the day of the site, the newest first."""
    found: dict[tuple[str, str, str, str], list[tuple[Item, TrailStep]]] = {}
    for place in places:
        for item, step in _steps(site, place):
            assert step.start is not None
            source = step.source.id if step.source else ""
            key = (step.start.text, since_words(step.start, step.since) + step.verb, place, source)
            found.setdefault(key, []).append((item, step))
    newest = sorted(found.items(), key=lambda entry: (_reversed(entry[1][0][1]), entry[0]))
    return tuple(_recent(site, key[2], steps) for key, steps in newest[:limit])


def _reversed(step: TrailStep) -> int:
    assert step.start is not None
    return -step.start.first.toordinal()


def _steps(site: Site, place: str) -> Iterator[tuple[Item, TrailStep]]:
    directory = site.directories[place]
    for item_id, files in site.catalogue.items.items():
        gone = directory.withdrawn.get(item_id)
        item = directory.items.get(item_id) or (gone.item if gone else None)
        if place in files and item is not None:
            for step in item.history:
                if (
                    step.place == place
                    and step.since in _DATED
                    and step.start
                    and step.start.first <= site.on
                ):
                    yield item, step


def _recent(site: Site, place: str, steps: list[tuple[Item, TrailStep]]) -> Recent:
    _, step = steps[0]
    named = []
    for item, _ in steps[:_NAMED]:
        page = site.item_page(place, item.id)
        named.append((item.name, page[1] if page else ""))
    return Recent(
        since_words(step.start, step.since),
        "全国" if place == ROOT else full_name(site, site.place(place)),
        VERBS[step.verb],
        source_link(step.source) if step.source else None,
        tuple(named),
        len(steps) - len(named),
    )
