"""Ids that became others: what below still uses the old id is read as the new ones from that day (FOLD F20)."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date

from generator.catalogue.model import Catalogue, Redirect, text_of
from generator.dates import PartialDate
from generator.reading.document import Json
from generator.resolve.directory import TrailStep
from generator.resolve.steps import Step


def redirected(
    catalogue: Catalogue, steps: Mapping[str, Mapping[str, tuple[Step, ...]]]
) -> Iterator[tuple[str, Step]]:
    """Yield (target, step) for each step below that uses a redirected id: it acts on the target from that day.

    What was said of an id that was split holds for each part, but for the name, which would be the name of several.
    """
    for redirect in catalogue.redirects:
        for target, start in _targets(catalogue, redirect):
            for place, own in steps.get(redirect.item, {}).items():
                below = place != redirect.place and redirect.place in catalogue.chain(place)
                for step in own if below else ():
                    moved = replace(step, moved=_later(step.moved, start))
                    if len(redirect.to) > 1:
                        moved = _nameless(moved)
                    if moved.verbs:
                        yield target, moved


def redirect_step(catalogue: Catalogue, redirect: Redirect) -> TrailStep:
    """Return what a trail keeps of a redirect: which place gave another id, from which day, by which document."""
    data = redirect.data
    source = catalogue.source(data["source"], redirect.place) if "source" in data else None
    to: list[Json] = [*redirect.to]
    return TrailStep(
        redirect.place, redirect.document.at(redirect.mark), "redirect", redirect.start, "stated", None, source,
        text_of(data.get("clause")), text_of(data.get("reason")), redirect.item, to,
    )  # fmt: skip


def last_targets(catalogue: Catalogue, redirect: Redirect, on: date) -> tuple[str, ...]:
    """Return the ids that a redirect leads to on a day, through the redirects of those."""
    found: list[str] = []
    for target in redirect.to:
        further = _next(catalogue, redirect, target)
        if further is None or further.start.first > on:
            found.append(target)
        else:
            found += last_targets(catalogue, further, on)
    return tuple(dict.fromkeys(found))


def _targets(catalogue: Catalogue, redirect: Redirect) -> Iterator[tuple[str, PartialDate]]:
    """Yield each id that the redirected one becomes, with the day from which it is read as that."""
    for target in redirect.to:
        further = _next(catalogue, redirect, target)
        if further is None or further.start.first > redirect.start.first:
            yield target, redirect.start
        if further is not None:
            for last, start in _targets(catalogue, further):
                yield last, _later(redirect.start, start)


def _next(catalogue: Catalogue, redirect: Redirect, target: str) -> Redirect | None:
    """Return the redirect of a redirect's target by a place above it: those of one file never follow (F20)."""
    above = catalogue.chain(redirect.place)[:-1]
    return next((r for r in catalogue.redirects if r.item == target and r.place in above), None)


def _later(one: PartialDate | None, other: PartialDate) -> PartialDate:
    return other if one is None or other.first > one.first else one


_NAMES = ("name", "aliases")


def _nameless(step: Step) -> Step:
    """Return a step without the names it gives."""
    data: dict[str, Json] = {
        key: _without_names(value) for key, value in step.data.items() if key not in _NAMES
    }
    verbs = tuple(verb for verb in step.verbs if verb == "introduce" or data[verb] not in ({}, []))
    return replace(step, data=data, verbs=verbs)


def _without_names(value: Json) -> Json:
    if isinstance(value, dict):
        return {key: inner for key, inner in value.items() if key not in _NAMES}
    return [entry for entry in value if entry not in _NAMES] if isinstance(value, list) else value
