"""The item while it is folded: its leaves, their trails, and what each step did to them."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from functools import lru_cache

from generator.catalogue.fields import entries_of
from generator.catalogue.model import Catalogue, Source, source_id
from generator.findings import Text
from generator.reading.document import Json, Path
from generator.resolve.directory import Fate, Item, TrailStep, Value, Verb
from generator.resolve.govern import Refusal, rests_on_law
from generator.resolve.spans import Span
from generator.resolve.steps import Step


@dataclass(frozen=True)
class Effect:
    """What one step did to one leaf ("" for the item itself): for the trail and for the judge."""

    step: Step
    verb: Verb
    path: str
    old: Json
    new: Json
    fate: Fate
    refusal: Refusal | None = None


@dataclass(frozen=True)
class Removed:
    """A keyed entry that was taken away: by which place, from which day, and the entry it stood before."""

    at: str
    since: date
    before: str | None


@dataclass
class State:
    """The item while it is folded. Lives only inside `fold_item`."""

    catalogue: Catalogue
    kind: str
    on: date
    introducer: str
    begins: date  # the first day of the introduction: steps below of before that day take hold then (F3)
    ended: date = date.max  # the day an introduction lapsed
    opt_in: bool = False
    adopted: bool = True
    values: dict[str, Json] = field(default_factory=dict)
    trails: dict[str, tuple[TrailStep, ...]] = field(default_factory=dict)
    setters: dict[str, Source | None] = field(default_factory=dict)
    holders: dict[str, str] = field(
        default_factory=dict
    )  # by leaf: the place whose sources its references mean
    removed: dict[str, Removed] = field(default_factory=dict)  # entries taken away, by path (F11)
    prevailing: dict[str, tuple[str, date]] = field(
        default_factory=dict
    )  # F5: by leaf or field, place and day
    withdrawn: Step | None = None
    effects: list[Effect] = field(default_factory=list)
    upper: dict[str, Json] = field(default_factory=dict)
    upper_heads: set[str] = field(
        default_factory=set
    )  # what the leaves of `upper` stand in: cases, cases.default
    upper_law: set[str] = field(default_factory=set)

    def enter(self) -> None:
        """Remember what the places above have, before a place below is folded in."""
        before = self.upper
        self.upper = dict(self.values)
        self.upper_heads = {head for path in self.upper for head in _heads(path)}
        bases = self._bases()
        # What rested on law still does where a place below gave it another basis, but not another value.
        kept = {path for path in self.upper_law if self.values.get(path) == before.get(path)}
        self.upper_law = kept | {
            path for path in self.values
            if path.rpartition(".")[2] in ("verdict", "requirement")
            and rests_on_law(path, self.values, self.setters.get(path), bases)
        }  # fmt: skip

    def _bases(self) -> Mapping[str, Source]:
        bases = {}
        for path, value in self.values.items():
            head, _, rest = path.partition(".")
            if head == "basis" and rest.endswith(".source"):
                source = self.catalogue.sources.get(source_id(str(value), self.holders[path]))
                if source is not None:
                    bases[rest.removesuffix(".source")] = source
        return bases

    def set_aside(self, step: Step, path: str) -> bool:
        """Tell whether a farther step that prevails sets aside what a step gives a leaf (F5)."""
        above = [self.prevailing[p] for p in (path, *_heads(path)) if p in self.prevailing]
        return any(place != step.at and step.first_day <= day for place, day in above)

    def put(self, step: Step, verb: Verb, path: str, new: Json, mark: Path | None) -> None:
        """Give a leaf its new value."""
        old = self.values.get(path)
        before = self.trails.get(path, ())
        told = trail_step(step, verb, old, new, "applied", mark=mark)
        if before and _order_unstated(before[-1], told):
            told = replace(told, order_unstated=True)
        self.values[path] = new
        self.setters[path] = step.source
        self.holders[path] = step.file.place
        self.trails[path] = (*before, told, *_continued(step, new, self.on))
        self.effects.append(Effect(step, verb, path, old, new, "applied"))

    def drop(self, step: Step, verb: Verb, path: str) -> None:
        """Take a leaf away, and keep where the entries stood of which it was the last (F11)."""
        stood = {entry: self._before(entry) for entry in entries_of(self.kind, path)}
        old = self.values.pop(path, None)
        self.trails[path] = (*self.trails.get(path, ()), trail_step(step, verb, old, None, "applied"))
        self.effects.append(Effect(step, verb, path, old, None, "applied"))
        for entry, before in stood.items():
            if not any(other.startswith(f"{entry}.") for other in self.values):
                self.removed[entry] = Removed(step.at, step.first_day, before)

    def _before(self, entry: str) -> str | None:
        """Return the id of the entry that one stands before: as its `before` says, else the next of its list."""
        named = self.values.get(f"{entry}.before")
        if named is not None:
            return str(named)
        holder = f"{entry.rpartition('.')[0]}."
        ids = dict.fromkeys(
            p.removeprefix(holder).partition(".")[0] for p in self.values if p.startswith(holder)
        )
        after = list(ids)[list(ids).index(entry.removeprefix(holder)) + 1 :]
        return after[0] if after else None

    def note(
        self, step: Step, verb: Verb, path: str, new: Json, fate: Fate,
        refusal: Refusal | None = None, mark: Path | None = None,
    ) -> None:  # fmt: skip
        """Keep in the trail a step that did not take hold, and why."""
        old = self.values.get(path)
        if path:
            told = trail_step(step, verb, old, new, fate, refusal.why if refusal else None, mark)
            self.trails[path] = (*self.trails.get(path, ()), told)
        self.effects.append(Effect(step, verb, path, old, new, fate, refusal))

    def item(self, item_id: str, history: tuple[TrailStep, ...]) -> Item:
        """Return the item as it stands."""
        values = {path: Value(value, self.trails[path]) for path, value in self.values.items()}
        kind, slug = item_id.split("/")
        return Item(item_id, kind, slug, self.introducer, values, history, opt_in=self.opt_in,
            past={path: trail for path, trail in self.trails.items() if path not in self.values},
            stood_before={entry: gone.before for entry, gone in self.removed.items() if gone.before},
        )  # fmt: skip


@lru_cache(maxsize=65536)
def _heads(path: str) -> tuple[str, ...]:
    """Return the paths of what a leaf stands in: cases.a.verdict stands in cases and cases.a."""
    steps = path.split(".")
    return tuple(".".join(steps[:count]) for count in range(1, len(steps)))


def _order_unstated(earlier: TrailStep, later: TrailStep) -> bool:
    """Tell whether two steps of one place stand in the order of the file only (F4): their dates are not exact."""
    if earlier.place != later.place or earlier.start is None or later.start is None:
        return False
    if earlier.verb == "introduce" or (earlier.start.exact and later.start.exact):
        return False
    return earlier.start.first <= later.start.last and later.start.first <= earlier.start.last


def _continued(step: Step, value: Json, on: date) -> tuple[TrailStep, ...]:
    """Return the trail of the documents that carried a step on by a day (F6)."""
    later = [span for span in step.spans[1:] if span.first_day <= on]
    return tuple(trail_step(step, "continue", value, value, "applied", span=span) for span in later)


# What a step says of itself beside its values: shown with its history.
_OF_ITSELF = (
    "adoption", "joins", "narrows", "distinct", "prevails", "below", "grounds", "replaced_by", "returned_to", "keep",
    "inherited", "continue", "add", "remove", "unset", "was", "was_absent",
)  # fmt: skip


def history_step(step: Step) -> TrailStep:
    """Return what an item's history keeps of a step."""
    verb = step.verbs[0]
    more = {key: step.data[key] for key in _OF_ITSELF if key in step.data}
    return replace(trail_step(step, verb, None, None, "applied"), more=more)


def trail_step(
    step: Step, verb: Verb, old: Json, new: Json, fate: Fate, why: Text | None = None, mark: Path | None = None,
    span: Span | None = None,
) -> TrailStep:  # fmt: skip
    """Return what the trail keeps of a step; `mark` is where its value for the leaf stands."""
    shown = span or step.spans[0]
    reason = step.data.get("reason")
    where = step.file.document.at(mark or shown.mark)
    return TrailStep(
        step.file.place, where, verb, shown.start, shown.since, shown.until, shown.source, shown.clause,
        str(reason) if reason and span is None else None, old, new, fate, why,
        until_unstated=shown.until_unstated,
    )  # fmt: skip
