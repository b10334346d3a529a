"""The steps of every item by place, made once from a catalogue: which files act where, and from which day.

Most files act in their own place from the beginning. A file whose id was redirected acts on the target from that
day (FOLD F20); a file of an ended place acts in the successor that carries it (FOLD F33).
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache

from generator.catalogue.model import Catalogue, Redirect
from generator.resolve.carrying import carried
from generator.resolve.file_steps import steps_of
from generator.resolve.redirects import last_targets, redirected
from generator.resolve.steps import Step

Steps = Mapping[str, tuple[Step, ...]]  # by place


@dataclass(frozen=True, eq=False)
class Plan:
    """A catalogue with its steps: `steps[item][place]` in order. `powers` are the provisions that narrow F14."""

    catalogue: Catalogue
    steps: Mapping[str, Steps]
    by_place: Mapping[str, frozenset[str]]  # the items of which a place says something
    redirects: Mapping[str, tuple[Redirect, ...]]
    powers: tuple[str, ...]
    narrowing: Mapping[str, tuple[str, ...]]  # by item that narrows: the wider ones, of any place (F19)

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
        """Return the items that an item is a part of anywhere, under the ids they became too (F19, F20)."""
        found: list[str] = []
        ahead = [*self.narrowing.get(item, ())]
        while ahead:
            current = ahead.pop(0)
            if current not in (*found, item):
                found.append(current)
                ahead += self.narrowing.get(current, ())
                ahead += (target for redirect in self.redirects.get(current, ()) for target in redirect.to)
        return tuple(found)

    def bearing_on(self, item: str) -> tuple[str, ...]:
        """Return the items whose steps may change an item: itself, the powers, those it is a part of."""
        return tuple(dict.fromkeys((item, *self.powers, *self.wider(item))))

    def redirect(self, item: str, chain: tuple[str, ...]) -> Redirect | None:
        """Return the redirect that ends an id on a chain, None where it stands."""
        return next((r for r in self.redirects.get(item, ()) if r.place in chain), None)

    def became(self, item: str, chain: tuple[str, ...], on: date) -> tuple[str, ...]:
        """Return the ids as which an id is read on a chain on a day, redirects of redirects followed (F20)."""
        redirect = self.redirect(item, chain)
        if redirect is None or redirect.start.first > on:
            return (item,)
        return last_targets(self.catalogue, redirect, on)


@lru_cache(maxsize=8)
def plan_of(catalogue: Catalogue) -> Plan:
    """Return the plan of a catalogue; the same object for the same catalogue."""
    steps: dict[str, dict[str, tuple[Step, ...]]] = {}
    for item in sorted(catalogue.items):
        for place in sorted(catalogue.items[item]):
            if place in catalogue.places:
                _add(steps, item, place, steps_of(catalogue, catalogue.items[item][place]))
    for successor in sorted(catalogue.places.values(), key=lambda p: p.path):
        for item, file, start in carried(catalogue, successor):
            found = steps_of(catalogue, file, successor.path)
            _add(steps, item, successor.path, tuple(replace(step, moved=start) for step in found))
    redirects: dict[str, tuple[Redirect, ...]] = {}
    for redirect in catalogue.redirects:
        redirects[redirect.item] = (*redirects.get(redirect.item, ()), redirect)
    for item, step in tuple(redirected(catalogue, steps)):
        _add(steps, item, step.at, (step,))
    by_place: dict[str, set[str]] = {}
    for item, places in steps.items():
        for path in places:
            by_place.setdefault(path, set()).add(item)
    return Plan(
        catalogue,
        steps,
        {place: frozenset(items) for place, items in by_place.items()},
        redirects,
        tuple(item for item in sorted(steps) if item.startswith("provisions/") and _has_powers(steps[item])),
        {item: wider for item in sorted(steps) if (wider := _wider(steps[item]))},
    )


def _add(
    steps: dict[str, dict[str, tuple[Step, ...]]], item: str, place: str, more: tuple[Step, ...]
) -> None:
    """Add steps of a place to an item; an introduction stays first, changes in order of their day."""
    places = steps.setdefault(item, {})
    there = places.get(place, ())
    both = (*there, *(step for step in more if all(step.key != other.key for other in there)))
    places[place] = tuple(sorted(both, key=lambda s: (s.number != 0, s.first_day, s.begins)))


def _wider(places: Steps) -> tuple[str, ...]:
    introductions = (step for own in places.values() for step in own if step.number == 0)
    return tuple(dict.fromkeys(str(s.data["narrows"]) for s in introductions if "narrows" in s.data))


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
