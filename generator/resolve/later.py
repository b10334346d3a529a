"""What ancestors do after a change took hold: a warning at the change, never an error below (FOLD F5, F13, F14)."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from generator.catalogue.fields import leaves
from generator.codes import finding
from generator.findings import Finding
from generator.reading.document import Json
from generator.resolve.case import Case
from generator.resolve.events import event_days
from generator.resolve.state import Effect
from generator.resolve.steps import inside


def check_later(case: Case, inherited: dict[str, Json]) -> Iterator[Finding]:
    """Yield a warning for each leaf of a change that a later act above moves, suspends, equals or sets aside."""
    first = {effect.path: effect.fate for effect in case.effects(case.day)}
    said: set[tuple[str, str]] = set()
    for day in event_days(case.plan, case.item, case.chain):
        if not case.day < day < case.until or not case.step.holds(day):
            continue
        effects = [e for e in case.effects(day) if first.get(e.path, "applied") == "applied"]
        now = case.inherited(day).values if effects else {}
        for effect in effects:
            told = _moved(case, effect, day, _differs(effect, now, inherited))
            if told is not None and (effect.path, told.code) not in said:
                said.add((effect.path, told.code))
                yield told


def _differs(effect: Effect, now: dict[str, Json], then: dict[str, Json]) -> bool:
    """Tell whether what the change rests on has moved; a withdrawal rests on each verdict, else on the name (F13)."""
    if effect.path:
        return now.get(effect.path) != then.get(effect.path)
    if effect.verb != "withdraw":
        return False
    verdicts = {p for p in (*now, *then) if p.startswith("cases.") and p.endswith(".verdict")}
    return any(now.get(path) != then.get(path) for path in verdicts or {"name"})


def _moved(case: Case, effect: Effect, day: date, moved: bool) -> Finding | None:
    if effect.fate == "applied" and not moved:
        return None
    where = case.at(effect.verb, effect.path)
    known: dict[str, Any] = {"day": day.isoformat(), "upper": case.upper(day, effect.path)}
    if not effect.path and effect.fate == "suspended":
        return finding("I117", case.step.position, why=effect.refusal.zh if effect.refusal else "", **known)
    if effect.refusal is not None and effect.refusal.follows:
        return None  # the leaf it goes with is told
    if effect.fate == "suspended" and effect.refusal is not None:
        return finding("I107", where, field=effect.path, why=effect.refusal.why, **known)
    if effect.fate == "superseded":
        return finding("I116", where, field=effect.path, **known)
    if effect.fate == "converged" and effect.path:
        return finding("I112", where, field=effect.path, **known)
    if moved and not _kept(case, effect.path, day):
        return finding("I105", where, field=effect.path or "withdraw", **known)
    return None


def _kept(case: Case, path: str, day: date) -> bool:
    """Tell whether a later `keep` with the new inherited value reaffirms the field (F13)."""
    now = case.inherited(day).values.get(path)
    for step in case.plan.steps[case.item][case.step.at]:
        if inside(path, step.paths("keep")):
            seen = {leaf.path: leaf.value for leaf in leaves(step.file.kind, step.data.get("inherited"))}
            if step.first_day >= case.day and seen.get(path) == now:
                return True
    return False
