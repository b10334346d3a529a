"""Findings about changes: what the fold says of each step on each day that matters (FOLD F3 to F6, F11 to F19, F26).

A value refused on the first day a change takes hold is an error where the change's `was` shows that its author saw
the upper values; otherwise, and for all that an ancestor does later, it is a warning.
"""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date
from typing import Any

from generator.catalogue.fields import schema_at, words_of
from generator.catalogue.model import Catalogue
from generator.catalogue.schema_findings import guess
from generator.codes import finding
from generator.field_words import WITHIN, label, say
from generator.findings import Finding, Severity, Text
from generator.resolve.bounds import check_bounds
from generator.resolve.case import Case
from generator.resolve.entries import check_entries
from generator.resolve.events import event_days
from generator.resolve.introductions import check_introduction
from generator.resolve.later import check_later
from generator.resolve.misread import REDIRECTS, uncertain_above
from generator.resolve.plan import Plan, plan_of
from generator.resolve.state import Effect
from generator.resolve.steps import Step, is_set_list
from generator.resolve.was import check_was


def judge_changes(catalogue: Catalogue, items: Iterable[str] | None = None) -> Iterator[Finding]:
    """Yield the findings about every introduction and change of every item file, or of those of some items."""
    plan = plan_of(catalogue)
    for item in plan.steps if items is None else items:
        places = plan.steps[item]
        for place, steps in places.items():
            chains = catalogue.chains(place)
            ends = [*(day for day, _ in chains[1:]), date.max]
            found = (
                told
                for (since, chain), until in zip(chains, ends, strict=True)
                for told in _judge_place(plan, item, chain, steps, since, until)
            )
            yield from found if len(chains) == 1 else dict.fromkeys(found)


def _judge_place(
    plan: Plan, item: str, chain: tuple[str, ...], steps: tuple[Step, ...], since: date, until: date
) -> Iterator[Finding]:
    """Judge a place's steps along the chain that it has in a time: those of before its first day as carried (F33)."""
    place = chain[-1]
    steps = tuple(s for s in steps if s.begins < until and (s.end > since or since == date.min))
    introductions = [step for step in plan.on_chain(item, chain) if step.number == 0]
    uncertain = uncertain_above(plan, chain)
    if not introductions or not steps:
        if steps and not plan.catalogue.lacks(item) and not uncertain & {item, REDIRECTS}:
            file, carried = steps[0].file, steps[0].begins < since
            severity = Severity.WARNING if carried or file.id != item or file.place != place else None
            yield finding("I101", file.document.at(("adjusts",)), severity=severity, item=item)
        return
    if item in uncertain or any(f"{above}/{item}" in plan.catalogue.left_out for above in chain[:-1]):
        return  # what follows from a broken file above is not said again (F45)
    yield from check_introduction(plan, item, chain, steps, introductions, since)
    yield from check_bounds(steps)
    first = min(introductions, key=lambda s: s.begins)
    begins = first.begins
    redirect = plan.redirect(item, chain)
    for step in steps:
        if step.number == 0:
            continue
        if redirect is not None and step.begins >= redirect.start.first:
            if place == redirect.place:  # that of a place below is read, and judged, as of the new id (F20)
                yield finding(
                    "I117", step.position, day=redirect.start.text, upper=plan.catalogue.places[place].name,
                    why=f"编号已改为 {'、'.join(redirect.to)}，变动写在新编号的文件里",
                )  # fmt: skip
            continue
        day = max(step.begins, begins, since)
        case = _adopted(Case(plan, item, chain, step, day, until, step.begins < since))
        yield from _unknown_paths(case)
        yield from _not_lists(case)
        if step.end <= case.day:
            yield finding("D104", step.position, start=first.start.text if first.start else "")
        elif step.holds(case.day) and not _without_its_document(step):
            yield from _judge_step(case)


def _adopted(case: Case) -> Case:
    """Return the case on the day an opt-in item enters the place: a change takes hold with it, not before (F3, F17)."""
    if "adopt" in case.step.verbs or case.outcome(case.day).offered is None:
        return case
    days = (
        day for day in event_days(case.plan, case.item, case.chain) if day > case.day and case.step.holds(day)
    )
    entered = next((day for day in days if case.outcome(day).offered is None), case.day)
    return replace(case, day=entered)


def _without_its_document(step: Step) -> bool:
    """Tell whether a step names a document that is missing or left out: nothing can be judged of it (F45)."""
    return "source" in step.data and step.source is None


def _unknown_paths(case: Case) -> Iterator[Finding]:
    kind, document = case.step.file.kind, case.step.file.document
    for key in ("unset", "keep", "was_absent"):
        for index, path in enumerate(case.step.paths(key)):
            if schema_at(kind, path) is None:
                where = document.at((*case.step.mark, key, index))
                yield finding("I111", where, field=path, **guess(path, sorted(words_of(kind))))


def _not_lists(case: Case) -> Iterator[Finding]:
    """F10: `add` and `remove` edit unordered lists only."""
    for verb in ("add", "remove"):
        for leaf in case.step.leaves(verb):
            if not is_set_list(case.step.file.kind, leaf.path):
                yield finding("I126", case.step.file.document.at(leaf.mark), field=leaf.path)


def _judge_step(case: Case) -> Iterator[Finding]:
    inherited = case.inherited(case.day).values
    below = case.step.at != case.introducer(case.day)
    was_findings = list(check_was(case, inherited)) if below else []
    yield from was_findings
    unseen = any(found.code == "I104" for found in was_findings)
    severity = case.soften(Severity.WARNING if unseen else None)
    for effect in case.effects(case.day):
        yield from _first_day(case, effect, severity)
    yield from check_entries(case, severity)
    yield from check_later(case, inherited)


def _first_day(case: Case, effect: Effect, severity: Severity | None) -> Iterator[Finding]:
    where = case.at(effect.verb, effect.path)
    if effect.refusal is not None and effect.refusal.follows:
        return  # the leaf it goes with is told
    if effect.fate == "converged" and case.step.data.get("prevails") is True:
        return  # the value stays; what places below had set is set aside (F5)
    if effect.fate == "converged":
        yield finding("I102", where, severity=severity, detail=_no_effect(effect))
    elif effect.fate == "superseded":
        yield finding(
            "I116",
            where,
            field=effect.path,
            day=case.day.isoformat(),
            upper=case.upper(case.day, effect.path),
        )
    elif effect.refusal is not None and effect.refusal.verdict:
        yield finding(
            "C201", where, severity=severity, upper=case.upper(case.day, effect.path), why=effect.refusal.zh,
            why_en=effect.refusal.en,
            **_refused(case.step.file.kind, effect),
        )  # fmt: skip
    elif (
        effect.refusal is not None and (effect.path or effect.verb == "withdraw") and not effect.refusal.gone
    ):
        yield finding(
            "I106",
            where,
            severity=severity,
            field=effect.path or "withdraw",
            why=effect.refusal.zh,
            why_en=effect.refusal.en,
        )
    elif effect.refusal is not None:
        known: dict[str, Any] = {"day": case.day.isoformat(), "upper": case.upper(case.day, effect.path)}
        yield finding("I117", case.step.position, why=effect.refusal.zh, **known)


# What an item above that a place below may not withdraw says (FOLD F16).
_EXCLUDED = {"certificates": ("cases.default.verdict", "must_not"), "tasks": ("verdict", "must_not")}


def _refused(kind: str, effect: Effect) -> dict[str, Any]:
    """Return the words of a refused move: the field, what it is above, what it was to become."""
    if effect.verb == "withdraw":
        path, excluded = _EXCLUDED.get(kind, ("requirement", "not_allowed"))
        return {
            "field": Text(label(kind, path).rpartition(WITHIN)[2], path),
            "old": Text(say(kind, path, excluded), excluded),
            "new": Text("不再列", "withdrawn"),
        }
    return {
        "field": Text(label(kind, effect.path).rpartition(WITHIN)[2], effect.path),
        "old": Text(say(kind, effect.path, effect.old) or "（没有写）", str(effect.old or "nothing")),
        "new": Text(say(kind, effect.path, effect.new) or "（没有）", str(effect.new or "nothing")),
    }


def _no_effect(effect: Effect) -> Text:
    words = {
        "unset": Text(f"本来就没有“{effect.path}”", f"there is no {effect.path}"),
        "restore": Text("本地没有撤下这一项", "the item was not withdrawn here"),
        "withdraw": Text("这一项已经撤下", "the item is withdrawn already"),
        "adopt": Text("这一项不用采用，本来就有效", "the item holds without being adopted"),
    }
    return words.get(
        effect.verb, Text(f"“{effect.path}”本来就是这个值", f"{effect.path} has this value already")
    )
