"""The steps of every item by place, made once from a catalogue: which files act where, and from which day.

Most files act in their own place from the beginning. A file whose id was redirected acts on the target from that
day (FOLD F20); a file of an ended place acts in the successor that carries it (FOLD F33).
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache

from generator.catalogue.model import Catalogue, ItemFile, Place, Redirect, mappings, strings
from generator.resolve.steps import Step, steps_of

Steps = Mapping[str, tuple[Step, ...]]  # by place


@dataclass(frozen=True, eq=False)
class Plan:
    """A catalogue with its steps: `steps[item][place]` in order. `powers` are the provisions that narrow F14."""

    catalogue: Catalogue
    steps: Mapping[str, Steps]
    by_place: Mapping[str, frozenset[str]]  # the items of which a place says something
    redirects: Mapping[str, tuple[Redirect, ...]]
    powers: tuple[str, ...]
    narrowing: Mapping[str, str]  # items that narrow a wider one (F19)

    def on_chain(self, item: str, chain: tuple[str, ...]) -> Iterator[Step]:
        """Yield an item's steps along a chain, from the root down."""
        files = self.steps.get(item, {})
        for place in chain:
            yield from files.get(place, ())

    def own_steps(self, kind: str) -> Iterator[Step]:
        """Yield the steps of a kind's items in the places and under the ids that their files have."""
        for item, places in self.steps.items():
            if item.startswith(f"{kind}/"):
                for steps in places.values():
                    yield from (s for s in steps if s.at == s.file.place and s.file.id == item)

    def wider(self, item: str) -> tuple[str, ...]:
        """Return the items that an item is a part of, the nearest first (F19)."""
        found: list[str] = []
        current = self.narrowing.get(item)
        while current is not None and current not in (*found, item):
            found.append(current)
            current = self.narrowing.get(current)
        return tuple(found)

    def redirect(self, item: str, chain: tuple[str, ...]) -> Redirect | None:
        """Return the redirect that ends an id on a chain, None where it stands."""
        return next((r for r in self.redirects.get(item, ()) if r.place in chain), None)


@lru_cache(maxsize=8)
def plan_of(catalogue: Catalogue) -> Plan:
    """Return the plan of a catalogue; the same object for the same catalogue."""
    steps: dict[str, dict[str, tuple[Step, ...]]] = {}
    for item in sorted(catalogue.items):
        for place in sorted(catalogue.items[item]):
            if place in catalogue.places:
                _add(steps, item, place, steps_of(catalogue, catalogue.items[item][place]))
    for successor in sorted(catalogue.places.values(), key=lambda p: p.path):
        for item, file, start in _carried(catalogue, successor):
            found = steps_of(catalogue, file, successor.path)
            _add(steps, item, successor.path, tuple(replace(step, not_before=start) for step in found))
    redirects: dict[str, tuple[Redirect, ...]] = {}
    for redirect in catalogue.redirects:
        redirects[redirect.item] = (*redirects.get(redirect.item, ()), redirect)
        _redirect(catalogue, steps, redirect)
    by_place: dict[str, set[str]] = {}
    for item, places in steps.items():
        for path in places:
            by_place.setdefault(path, set()).add(item)
    return Plan(
        catalogue, steps, {place: frozenset(items) for place, items in by_place.items()}, redirects,
        tuple(item for item in sorted(steps) if item.startswith("provisions/") and _has_powers(steps[item])),
        {item: str(step.data["narrows"]) for item in sorted(steps) for step in _introductions(steps[item])
         if "narrows" in step.data},
    )  # fmt: skip


def _add(
    steps: dict[str, dict[str, tuple[Step, ...]]], item: str, place: str, more: tuple[Step, ...]
) -> None:
    """Add steps of a place to an item; an introduction stays first, changes in order of their day."""
    places = steps.setdefault(item, {})
    both = (*places.get(place, ()), *more)
    places[place] = tuple(sorted(both, key=lambda s: (s.number != 0, s.first_day)))


def _carried(catalogue: Catalogue, place: Place) -> Iterator[tuple[str, ItemFile, date]]:
    """Yield (item, file, first day) of what a place carries over from an ended one (F33)."""
    for entry in mappings(place.data.get("carries")):
        old = catalogue.places.get(str(entry.get("from")))
        if old is None or old.end is None:
            continue
        first = max(place.start.first if place.start else date.min, old.end.first)
        for item in strings(entry.get("items")):
            file = _file_of(catalogue, old, item, frozenset({place.path}))
            if file is not None:
                yield item, file, first


def _file_of(catalogue: Catalogue, place: Place, item: str, seen: frozenset[str]) -> ItemFile | None:
    """Return the file that speaks for a place of an item: its own, else one that it carries over itself."""
    own = catalogue.items.get(item, {}).get(place.path)
    if own is not None or place.path in seen:
        return own
    for entry in mappings(place.data.get("carries")):
        before = catalogue.places.get(str(entry.get("from")))
        if before is not None and item in strings(entry.get("items")):
            return _file_of(catalogue, before, item, seen | {place.path})
    return None


def _redirect(
    catalogue: Catalogue, steps: dict[str, dict[str, tuple[Step, ...]]], redirect: Redirect
) -> None:
    """Let the files below that still use a redirected id act on its target; a split has no one target (F20)."""
    if len(redirect.to) != 1:
        return
    below = f"{redirect.place}/"
    for place, own in list(steps.get(redirect.item, {}).items()):
        inside = catalogue.places[redirect.place].parent is None or place.startswith(below)
        if place != redirect.place and inside:
            moved = tuple(
                replace(step, not_before=max(step.not_before, redirect.start.first))
                for step in own if step.number != 0
            )  # fmt: skip
            if moved:
                _add(steps, redirect.to[0], place, moved)


def _introductions(places: Steps) -> Iterator[Step]:
    return (step for own in places.values() for step in own if step.number == 0)


def _has_powers(places: Steps) -> bool:
    given = (
        leaf.path
        for own in places.values()
        for step in own
        for verb in ("introduce", "set")
        for leaf in step.leaves(verb)
        if verb in step.verbs
    )
    return any(path.startswith("powers.") for path in given)
