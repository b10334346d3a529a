"""Item files to steps, in order, with the documents that carry them on (FOLD F3, F6)."""

from collections.abc import Iterator
from dataclasses import replace

from generator.catalogue.model import Catalogue, ItemFile, source_id, text_of
from generator.resolve.directory import Verb
from generator.resolve.spans import Span, span_of
from generator.resolve.steps import Step

_ORDER: tuple[Verb, ...] = (
    "unset", "set", "add", "remove", "withdraw", "restore", "adopt", "keep", "continue",
)  # fmt: skip


def steps_of(catalogue: Catalogue, file: ItemFile, at: str | None = None) -> tuple[Step, ...]:
    """Return a file's steps: the introduction first, then changes by start and by order in the file (F3)."""
    place = at or file.place
    found: list[Step] = []
    introduction = file.introduction()
    if introduction is not None:
        mark, data = introduction
        found.append(
            Step(file, place, mark, 0, ("introduce",), (span_of(catalogue, file, mark, data),), data)
        )
    for number, (mark, data) in enumerate(file.changes(), start=1):
        verbs = tuple(verb for verb in _ORDER if verb in data)
        found.append(Step(file, place, mark, number, verbs, (span_of(catalogue, file, mark, data),), data))
    ordered = sorted(found, key=lambda step: (step.number != 0, step.first_day, step.number))
    return tuple(_carried_on(catalogue, file, ordered))


def _carried_on(catalogue: Catalogue, file: ItemFile, steps: list[Step]) -> Iterator[Step]:
    """Yield the steps, those that rest on a document which a `continue` carries on with its span added (F6)."""
    spans = {step.number: step.spans for step in steps}
    default = next((step.source.id for step in steps if step.source is not None), "")
    for step in steps:
        named = step.data.get("continue")
        if not isinstance(named, dict):
            continue
        of = text_of(named.get("of"))
        carried = source_id(of, file.place) if of else default
        reference = source_id(str(named.get("source")), file.place)
        new = replace(
            step.spans[0], source=catalogue.sources.get(reference), clause=text_of(named.get("clause"))
        )
        for other in steps:
            rests = any(span.source is not None and span.source.id == carried for span in spans[other.number])
            if (
                other is not step
                and rests
                and other.first_day <= new.first_day
                and _lasted(other, steps, new)
            ):
                spans[other.number] = (*spans[other.number], new)
    for step in steps:
        yield replace(step, spans=spans[step.number])


def _lasted(step: Step, steps: list[Step], new: Span) -> bool:
    """Tell whether a step was in force to the end of what it rests on: a change that ended by itself is over."""
    first = next((s for s in steps if s.number == 0), None)
    whole = step.number == 0 or "until" not in step.data or step.end >= new.first_day
    return whole or (first is not None and step.end >= first.end)
