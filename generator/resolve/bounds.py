"""Findings about the days of a place's steps: an end after its start, one step of a field a day (FOLD F1, F4)."""

from collections.abc import Iterator
from dataclasses import dataclass

from generator.codes import finding
from generator.findings import Finding
from generator.reading.document import Json
from generator.resolve.steps import Step


def check_bounds(steps: tuple[Step, ...]) -> Iterator[Finding]:
    """F1: an end after its start; F4: one field, one day, one step (different values added or removed aside)."""
    seen: dict[str, list[tuple[Step, _Edit]]] = {}
    for step in steps:
        own = step.spans[0]
        if own.until and own.start and own.until.first <= own.start.first and "until" in step.data:
            where = step.file.document.at((*step.mark, "until"))
            yield finding("D102", where, until=own.until.text, start=own.start.text)
        ends = own.source.until if own.source else None
        if own.until and "until" in step.data and ends is not None and ends.text == step.data["until"]:
            yield finding("D105", step.file.document.at((*step.mark, "until")), until=own.until.text)
        if own.start is None or not own.start.exact or not step.number or step.file.place != step.at:
            continue
        day = seen.setdefault(own.start.text, [])
        mine = _edits(step)
        for edit in mine:
            if any(other.file is step.file and edit.meets(theirs) for other, theirs in day):
                yield finding("D103", step.position, day=own.start.text, field=edit.path)
                break
        day += [(step, edit) for edit in mine]


@dataclass(frozen=True)
class _Edit:
    """What a step edits: a leaf or field, or one value of an unordered list."""

    path: str
    value: Json = None

    def meets(self, other: "_Edit") -> bool:
        """Tell whether the outcome of two edits hangs on their order."""
        if self.path != other.path:
            return self.path.startswith(f"{other.path}.") or other.path.startswith(f"{self.path}.")
        return self.value is None or other.value is None or self.value == other.value


def _edits(step: Step) -> list[_Edit]:
    found = [
        _Edit(path) for path in dict.fromkeys([*(x.path for x in step.leaves("set")), *step.paths("unset")])
    ]
    for verb in ("add", "remove"):
        for leaf in step.leaves(verb):
            found += [
                _Edit(leaf.path, value) for value in (leaf.value if isinstance(leaf.value, list) else [])
            ]
    return found + ([_Edit("withdraw")] if {"withdraw", "restore"} & set(step.verbs) else [])
