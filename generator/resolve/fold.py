"""The fold of one item along one chain on one day (FOLD F3 to F6, F10 to F19).

`fold_item` is total: whatever the files say, it gives an outcome. What is wrong with the files is judged apart
(`judge.py`), from the same outcome, so that the page and the finding can never differ.
"""

from dataclasses import dataclass, field
from datetime import date, timedelta

from generator.catalogue.model import text_of
from generator.resolve.apply import adopt, apply_step
from generator.resolve.directory import Item, TrailStep, Withdrawn
from generator.resolve.doubt import doubts, marked
from generator.resolve.govern import Refusal
from generator.resolve.introduce import introduce, still
from generator.resolve.narrow import hold_to
from generator.resolve.outcome import Outcome, with_fates, withdrawn
from generator.resolve.plan import Plan
from generator.resolve.powers import Powers, powers_over
from generator.resolve.state import Effect, State, history_step
from generator.resolve.steps import Key, Step, Supposed


def fold_item(
    plan: Plan, item_id: str, chain: tuple[str, ...], on: date, without: frozenset[Key] = frozenset()
) -> Outcome:
    """Fold an item along `chain` on a day; `without` leaves out steps by their key.

    Where the day lies inside imprecise bounds, what would differ had their last day not come yet is marked (F1).
    """
    found = _fold(plan, item_id, chain, on, Supposed(without))
    others = [
        _fold(plan, item_id, chain, on, Supposed(without, settled))
        for settled in doubts(plan, item_id, chain, on, without)
    ]
    return marked(found, others) if others else found


@dataclass
class _Fold:
    """The fold on its way down the chain. `lapsed` is the state of an introduction that ended."""

    plan: Plan
    on: date
    state: State | None = None
    lapsed: State | None = None
    lost: tuple[Effect, ...] = ()  # effects of steps that met no item


def _fold(
    plan: Plan, item_id: str, chain: tuple[str, ...], on: date, supposed: Supposed,
    bound: frozenset[str] = frozenset(),
) -> Outcome:  # fmt: skip
    """Fold an item; `bound` are the narrower items whose fold asks for this one, so that a circle of them ends.

    An id that became another by the day is folded as of the day before: those are its last values (F20).
    """
    redirect = plan.redirect(item_id, chain)
    became = plan.became(item_id, chain, on)
    if redirect is not None and redirect.start.first <= on:
        on = _day_before(redirect.start.first)
    places = plan.steps.get(item_id, {})
    fold = _Fold(plan, on)
    history: list[TrailStep] = []
    for depth, place in enumerate(chain):
        steps = supposed.of(places.get(place, ()), on)
        history += [history_step(step) for step in steps if step.begun(on)]
        if steps:
            powers = powers_over(plan, chain[:depth], on, item_id, supposed.settled, _listed)
            _fold_place(fold, place, steps, powers)
    if fold.state is not None and chain[-1] == fold.state.introducer:
        fold.state.adopted = True  # who offers an opt-in item has it; those below only by `adopt` (F17)
    if fold.state is not None:
        _bind_to_wider(fold.state, plan, item_id, chain, supposed, bound)
    return _outcome(fold, item_id, became, tuple(history))


def _listed(
    plan: Plan, item_id: str, chain: tuple[str, ...], on: date, settled: frozenset[Key]
) -> Item | None:
    """Return the item where a chain lists it on a day."""
    return _fold(plan, item_id, chain, on, Supposed(settled=settled)).item


@dataclass
class _Own:
    """What the introductions of one place come to, by file: joined, set aside, begun anew."""

    joined: dict[str, Step] = field(default_factory=dict)
    aside: dict[str, Refusal] = field(default_factory=dict)
    anew: dict[str, Step] = field(default_factory=dict)

    def reaches(self, change: Step) -> bool:
        """Tell whether a change is of the item as it is: not one that adjusted a former item of the file (F16)."""
        begun = self.anew.get(change.file.document.file)
        return begun is None or not begun.mark or change.first_day >= begun.first_day


_NOT_ADOPTED = Refusal(
    "上级列为可选，本地没有采用", "the place above offers it, it is not adopted", gone=True
)
_TWICE = Refusal("本地已列这一项，以先列的为准", "the place has it already, by an earlier file", gone=True)


def _fold_place(fold: _Fold, place: str, steps: list[Step], powers: Powers) -> None:
    """Fold one place's introductions and changes in force into the state from above."""
    own = _introduced(fold, place, steps, powers)
    state = fold.state or (fold.lapsed if fold.lapsed and fold.lapsed.introducer == place else None)
    day = fold.on if fold.state is not None or state is None else _day_before(state.ended)
    changes = [step for step in steps if step.number and step.holds(day) and own.reaches(step)]
    if state is None or (state.withdrawn is not None and state.withdrawn.at != place):
        fold.lost = (*fold.lost, *(_lost(fold, step) for step in changes))
        _last_values(fold, steps, powers)
        return
    if changes:
        state.enter()
    for step in changes:
        if "adopt" in step.verbs:
            adopt(state, step, powers)
    for step in changes:
        aside = own.aside.get(step.file.document.file)
        if not state.adopted and place != state.introducer:
            aside = _NOT_ADOPTED
        if aside is None:
            apply_step(state, step, still(state, step, own.joined.get(step.file.document.file)), powers)
        elif step.verbs != ("adopt",):
            fold.lost = (*fold.lost, Effect(step, step.verbs[0], "", None, None, "suspended", aside))


def _introduced(fold: _Fold, place: str, steps: list[Step], powers: Powers) -> _Own:
    """Begin or join the item by the place's introductions.

    A place has one, unless it carries those of two places or two of its ids became one (F20, F33): then the first
    to begin counts, and the file of another stands aside with all its changes.
    """
    own = _Own()
    begun = [step for step in steps if step.number == 0 and step.begun(fold.on)]
    for step in sorted(begun, key=lambda step: step.begins):
        state, file = fold.state, step.file.document.file
        listed = state is not None and state.withdrawn is None
        if state is not None and listed and state.introducer == place:
            found: State | Refusal | None = own.aside.setdefault(file, _TWICE)
        else:
            found = introduce(fold.plan.catalogue, state, step, fold.on, powers)
        if isinstance(found, Refusal):
            fold.lost = (*fold.lost, Effect(step, "introduce", "", None, None, "suspended", found))
        elif found is None:
            own.joined[file] = step
        else:
            own.anew[file] = step
            if step.holds(fold.on):
                fold.state, fold.lapsed = found, None
            elif state is None:
                fold.lapsed = found
    return own


def _day_before(day: date) -> date:
    return day - timedelta(days=1) if day > date.min else day


def _last_values(fold: _Fold, steps: list[Step], powers: Powers) -> None:
    """Give an item that ended above the values the place had on its last day (F6, F16)."""
    gone = fold.state or fold.lapsed
    if gone is None:
        return
    day = _day_before(gone.withdrawn.first_day if gone.withdrawn is not None else gone.ended)
    effects = list(gone.effects)
    gone.enter()
    for step in steps:
        if step.number and step.holds(day) and not {"withdraw", "restore", "adopt"} & set(step.verbs):
            apply_step(gone, step, None, powers)
    gone.effects = effects  # nothing takes hold today: `lost` says so


def _lost(fold: _Fold, step: Step) -> Effect:
    """Return the effect of a change that meets no item: not begun, withdrawn or lapsed above."""
    if fold.state is not None or fold.lapsed is not None:
        why = Refusal("上级已不再列这一项", "the place above no longer lists the item", gone=True)
        return Effect(step, step.verbs[0], "", None, None, "suspended", why)
    return Effect(step, step.verbs[0], "", None, None, "converged")


def _bind_to_wider(
    state: State, plan: Plan, item: str, chain: tuple[str, ...], supposed: Supposed, bound: frozenset[str]
) -> None:
    """Hold an item that narrows a wider one to what the wider one allows (F19)."""
    first = next((s for s in plan.on_chain(item, chain) if s.number == 0 and s.at == state.introducer), None)
    named = text_of(first.data.get("narrows")) if first is not None else None
    for wider_id in plan.became(named, chain, state.on) if named is not None else ():
        if first is None or wider_id in bound | {item}:
            continue
        wider = _fold(plan, wider_id, chain, state.on, supposed, bound | {item}).item
        if wider is not None:
            for path, own in list(state.values.items()):
                hold_to(state, first, wider, path, own)


def _outcome(fold: _Fold, item_id: str, became: tuple[str, ...], history: tuple[TrailStep, ...]) -> Outcome:
    held = fold.state or fold.lapsed
    effects = (*(held.effects if held else ()), *fold.lost)
    if held is None:
        return Outcome(effects=effects)
    item = held.item(item_id, with_fates(history, effects))
    if became != (item_id,):
        return Outcome(gone=Withdrawn(item, "redirected", None, became), effects=effects)
    if fold.state is None:
        step = next((t for t in history if t.verb == "introduce"), None)
        return Outcome(gone=Withdrawn(item, "lapsed", step), effects=effects)
    if fold.state.withdrawn is not None:
        return Outcome(gone=withdrawn(item, fold.state.withdrawn), effects=effects)
    if not fold.state.adopted:
        return Outcome(offered=item, effects=effects)
    return Outcome(item, effects=effects)
