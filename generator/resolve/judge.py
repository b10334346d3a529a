"""Findings about changes: what the fold says of each step on each day that matters (FOLD F3, F4, F12 to F18, F26).

A value refused on the first day a change takes hold is an error where the change's `was` shows that its author saw
the upper values; otherwise, and for all that an ancestor does later, it is a warning.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from generator.catalogue.fields import leaves, schema_at, words_of
from generator.catalogue.model import Catalogue, ItemFile
from generator.catalogue.validate import guess
from generator.codes import finding
from generator.findings import Finding, Position, Severity
from generator.reading.document import Json
from generator.resolve.fold import fold_item
from generator.resolve.resolve import event_days
from generator.resolve.state import Effect
from generator.resolve.steps import Step, steps_of
from generator.words import VERDICTS


@dataclass(frozen=True)
class _Case:
    """One step under judgement, with the chain down to its place and the day it takes hold."""

    catalogue: Catalogue
    item: str
    chain: tuple[str, ...]
    steps: tuple[Step, ...]
    step: Step
    day: date
    introducer: str

    def inherited(self, on: date) -> dict[str, Json]:
        """Return the item's leaves on a day without this step and any later one of its place."""
        at = self.steps.index(self.step)
        later = frozenset((s.place, s.number) for s in self.steps[at:])
        item = fold_item(self.catalogue, self.item, self.chain, on, later).item
        return {path: value.value for path, value in item.values.items()} if item else {}

    def effects(self, on: date) -> tuple[Effect, ...]:
        """Return what the step does on a day."""
        effects = fold_item(self.catalogue, self.item, self.chain, on).effects
        mine = (self.step.place, self.step.number)
        return tuple(e for e in effects if (e.step.place, e.step.number) == mine)


def judge_changes(catalogue: Catalogue) -> Iterator[Finding]:
    """Yield the findings about every change of every item file."""
    for item_id in sorted(catalogue.items):
        for place in sorted(catalogue.items[item_id]):
            yield from _judge_file(catalogue, item_id, catalogue.items[item_id][place])


def _judge_file(catalogue: Catalogue, item_id: str, file: ItemFile) -> Iterator[Finding]:
    if file.place not in catalogue.places:
        return
    chain = catalogue.chain(file.place)
    introductions = [
        steps_of(catalogue, catalogue.items[item_id][p])[0]
        for p in chain
        if p in catalogue.items[item_id] and catalogue.items[item_id][p].introduces
    ]
    steps = steps_of(catalogue, file)
    if not introductions and catalogue.lacks(item_id):
        return
    if not introductions:
        yield finding("I101", file.document.at(("adjusts",)), item=item_id)
        return
    yield from _joins(catalogue, file, introductions)
    yield from _bounds(steps)
    first = min(introductions, key=lambda s: s.first_day)
    for step in steps:
        if step.number == 0:
            continue
        case = _Case(
            catalogue, item_id, chain, steps, step, max(step.first_day, first.first_day), first.place
        )
        if step.end <= case.day:
            yield finding("D104", step.position, start=first.start.text if first.start else "")
            continue
        yield from _unknown_paths(case)
        yield from _judge_step(case)


def _joins(catalogue: Catalogue, file: ItemFile, introductions: list[Step]) -> Iterator[Finding]:
    upper = [s for s in introductions if s.place != file.place]
    if file.introduces and upper and "joins" not in file.mapping():
        name, start = catalogue.places[upper[0].place].name, upper[0].start
        yield finding("I108", file.document.at(), upper=name, day=start.text if start else "")


def _bounds(steps: tuple[Step, ...]) -> Iterator[Finding]:
    seen: dict[tuple[str, str], Step] = {}
    for step in steps:
        if step.until and step.start and step.until.first <= step.start.first and "until" in step.data:
            where = step.file.document.at((*step.mark, "until"))
            yield finding("D102", where, until=step.until.text, start=step.start.text)
        if step.start is None or not step.start.exact:
            continue
        paths = [leaf.path for leaf in step.leaves("set")] if "set" in step.verbs else []
        for path in [*paths, *step.paths("unset")]:
            other = seen.setdefault((path, step.start.text), step)
            if other is not step:
                yield finding("D103", step.position, day=step.start.text, field=path)


def _unknown_paths(case: _Case) -> Iterator[Finding]:
    kind = case.step.file.kind
    for key in ("unset", "keep", "was_absent"):
        for index, path in enumerate(case.step.paths(key)):  # type: ignore[arg-type]
            if schema_at(kind, path) is None:
                where = case.step.file.document.at((*case.step.mark, key, index))
                yield finding("I111", where, field=path, **guess(path, sorted(words_of(kind))))


def _judge_step(case: _Case) -> Iterator[Finding]:
    inherited = case.inherited(case.day)
    below = case.step.place != case.introducer
    was_findings = list(_was(case, inherited)) if below else []
    yield from was_findings
    severity = Severity.WARNING if any(f.code == "I104" for f in was_findings) else None
    upper = case.catalogue.places[case.introducer].name
    for effect in case.effects(case.day):
        if effect.fate == "converged":
            yield finding("I102", _where(case, effect), severity=severity, detail=_no_effect(effect))
        elif effect.refusal is not None:
            yield _refused(case, effect, upper, severity)
    yield from _later(case, inherited, upper)


def _refused(case: _Case, effect: Effect, upper: str, severity: Severity | None) -> Finding:
    refusal = effect.refusal
    assert refusal is not None
    if refusal.verdict:
        return finding(
            "C201", _where(case, effect), severity=severity, upper=upper, why=refusal.zh,
            old=VERDICTS.get(str(effect.old), "不能开" if effect.verb == "withdraw" else str(effect.old)),
            new=VERDICTS.get(str(effect.new), "不再列" if effect.new is None else str(effect.new)),
        )  # fmt: skip
    return finding("I106", _where(case, effect), severity=severity, field=effect.path, why=refusal.zh)


def _no_effect(effect: Effect) -> str:
    if effect.verb == "unset":
        return f"本来就没有“{effect.path}”"
    if effect.verb == "restore":
        return "本地没有撤下这一项"
    return f"“{effect.path}”本来就是这个值"


def _where(case: _Case, effect: Effect) -> Position:
    step = case.step
    if effect.verb in ("set", "add", "remove"):
        leaf = next((x for x in step.leaves(effect.verb) if x.path == effect.path), None)
        if leaf is not None:
            return step.file.document.at(leaf.mark)
    return step.file.document.key_at((*step.mark, effect.verb))


def _was(case: _Case, inherited: dict[str, Json]) -> Iterator[Finding]:
    """F13: `was` holds the leaves the change touches, as the fold has them without it."""
    step, written = case.step, case.step.was()
    absent = set(step.paths("was_absent"))  # type: ignore[arg-type]
    upper = case.catalogue.places[case.introducer].name
    for path in _touched(case, inherited):
        value = inherited.get(path)
        if value is None:
            ok, named = any(path == a or path.startswith(f"{a}.") for a in absent), path in written
        else:
            ok, named = path in written and written[path] == value, path in written or path in absent
        if not ok and not named:
            yield finding("I103", step.position, field=path)
        elif not ok:
            where = step.file.document.key_at((*step.mark, "was" if path in written else "was_absent"))
            yield finding(
                "I104",
                where,
                field=path,
                upper=upper,
                day=case.day.isoformat(),
                value="（没有）" if value is None else value,
            )


def _touched(case: _Case, inherited: dict[str, Json]) -> list[str]:
    step = case.step
    paths = [
        leaf.path for verb in ("set", "add", "remove") if verb in step.verbs for leaf in step.leaves(verb)
    ]
    for path in step.paths("unset"):
        paths += [p for p in inherited if p == path or p.startswith(f"{path}.")]
    if "withdraw" in step.verbs:
        verdicts = [p for p in inherited if p.startswith("cases.") and p.endswith(".verdict")]
        paths += verdicts or ["name"]
    return list(dict.fromkeys(paths))


def _later(case: _Case, inherited: dict[str, Json], upper: str) -> Iterator[Finding]:
    """What ancestors do after the change took hold: suspended, converged, or moved under it (F13, F14)."""
    above = [
        s for place in case.chain[:-1] if place in case.catalogue.items[case.item]
        for s in steps_of(case.catalogue, case.catalogue.items[case.item][place])
    ]  # fmt: skip
    first = {e.path: e.fate for e in case.effects(case.day)}
    said: set[str] = set()
    for day in event_days(above):
        if not case.day < day < case.step.end:
            continue
        now = case.inherited(day)
        for effect in case.effects(day):
            if effect.path in said or effect.path not in first or first[effect.path] != "applied":
                continue
            told = _moved(case, effect, day, upper, now.get(effect.path) != inherited.get(effect.path))
            if told is not None:
                said.add(effect.path)
                yield told


def _moved(case: _Case, effect: Effect, day: date, upper: str, moved: bool) -> Finding | None:
    where = _where(case, effect)
    if effect.fate == "suspended" and effect.refusal is not None:
        return finding(
            "I107", where, field=effect.path, day=day.isoformat(), upper=upper, why=effect.refusal.zh
        )
    if effect.fate == "converged":
        return finding("I112", where, field=effect.path, day=day.isoformat(), upper=upper)
    if moved and not _kept(case, effect.path, day):
        return finding("I105", where, field=effect.path, day=day.isoformat(), upper=upper)
    return None


def _kept(case: _Case, path: str, day: date) -> bool:
    """Tell whether a later `keep` with the new inherited value reaffirms the field (F13)."""
    now = case.inherited(day).get(path)
    for step in case.steps:
        if any(path == k or path.startswith(f"{k}.") for k in step.paths("keep")):
            seen = {x.path: x.value for x in leaves(step.file.kind, step.data.get("inherited"))}
            if step.first_day >= day and seen.get(path) == now:
                return True
    return False
