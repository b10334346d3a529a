"""What each introduction and change does, to which leaves, from which day."""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property

from generator.catalogue.fields import Leaf, leaves, schema_at
from generator.catalogue.model import ItemFile, Source, strings
from generator.dates import PartialDate
from generator.findings import Position
from generator.reading.document import Json, Path
from generator.resolve.directory import Verb
from generator.resolve.spans import Span, settled

Key = tuple[str, str, int]  # place, file, number: what tells a step from every other


@dataclass(frozen=True, eq=False)
class Step:
    """One introduction or change of one place, with its bounds resolved. Told apart by identity: a plan makes it once.

    `at` is the place in whose directory it acts (that of its file, unless another place carries it, F33); `verbs`
    is what it does, in the order it applies (F10: unset before set); `spans` are the times in which it holds, the
    first its own, the others by `continue` (F6).
    """

    file: ItemFile
    at: str
    mark: Path
    number: int  # order in the file; the introduction is 0
    verbs: tuple[Verb, ...]
    spans: tuple[Span, ...]
    data: dict[str, Json] = field(repr=False)
    moved: PartialDate | None = (
        None  # the day from which it is read here: of a redirect or a carrying (F20, F33)
    )

    @property
    def not_before(self) -> date:
        """Return the first day on which it is read here."""
        return self.moved.first if self.moved else date.min

    @cached_property
    def key(self) -> Key:
        """Return what tells the step from every other of its item."""
        return (self.at, self.file.document.file, self.number)

    @property
    def start(self) -> PartialDate | None:
        """Return the first day as written, None for an undated step."""
        return self.spans[0].start

    @property
    def source(self) -> Source | None:
        """Return its own document."""
        return self.spans[0].source

    @property
    def first_day(self) -> date:
        """Return the first day in force; an undated step comes before all dated ones."""
        return self.spans[0].first_day

    @cached_property
    def begins(self) -> date:
        """Return the first day on which it is in force and read here."""
        return max(self.first_day, self.not_before)

    @property
    def end(self) -> date:
        """Return the first day from which it never holds again."""
        return max(span.end for span in self.spans)

    @cached_property
    def position(self) -> Position:
        """Return where the step stands."""
        return self.file.document.at(self.mark)

    def span(self, on: date) -> Span | None:
        """Return the span that holds on a day, the latest to begin where there are several."""
        if on < self.not_before:
            return None
        return next((span for span in reversed(self.spans) if span.holds(on)), None)

    def holds(self, on: date) -> bool:
        """Tell whether the step is in force on a day."""
        return self.span(on) is not None

    def begun(self, on: date) -> bool:
        """Tell whether the step has begun by a day, ended or not."""
        return self.begins <= on

    @cached_property
    def imprecise(self) -> bool:
        """Tell whether one of its bounds is a month or a year."""
        bounds = [bound for span in self.spans for bound in (span.start, span.until)]
        return any(bound is not None and not bound.exact for bound in (*bounds, self.moved))

    def blurs(self, on: date) -> bool:
        """Tell whether one of its bounds is imprecise and holds the day (F1)."""
        return any(span.blurs(on) for span in self.spans) or (self.moved is not None and self.moved.blurs(on))

    def settled(self, on: date) -> "Step":
        """Return the step as if each imprecise bound that holds the day were its last day (F1)."""
        return replace(
            self, spans=tuple(span.settled(on) for span in self.spans), moved=settled(self.moved, on)
        )

    @cached_property
    def introduced(self) -> tuple[Leaf, ...]:
        """Return the leaves of an introduction."""
        return leaves(self.file.kind, self.data, self.mark)

    @cached_property
    def _given(self) -> dict[str, tuple[Leaf, ...]]:
        kind = self.file.kind
        return {
            verb: leaves(kind, self.data.get(verb), (*self.mark, verb)) for verb in ("set", "add", "remove")
        }

    def leaves(self, verb: Verb) -> tuple[Leaf, ...]:
        """Return the leaves that `set`, `add`, `remove` or an introduction give."""
        return self.introduced if verb == "introduce" else self._given.get(verb, ())

    def paths(self, verb: str) -> tuple[str, ...]:
        """Return the field paths that `unset`, `keep` or `was_absent` names."""
        return strings(self.data.get(verb))

    @cached_property
    def was(self) -> dict[str, Json]:
        """Return the leaves of `was`."""
        return {leaf.path: leaf.value for leaf in leaves(self.file.kind, self.data.get("was"))}


@dataclass(frozen=True)
class Supposed:
    """What a fold supposes otherwise: steps left out, and steps whose imprecise bounds came on their last day."""

    without: frozenset[Key] = frozenset()
    settled: frozenset[Key] = frozenset()

    def of(self, steps: tuple[Step, ...], on: date) -> list[Step]:
        """Return steps as supposed."""
        return [s.settled(on) if s.key in self.settled else s for s in steps if s.key not in self.without]


def is_set_list(kind: str, path: str) -> bool:
    """Tell whether a leaf is an unordered list that `add` and `remove` edit."""
    schema = schema_at(kind, path)
    return bool(schema and schema.get("x-set"))


def touched(step: Step) -> Iterator[tuple[str, Json]]:
    """Yield the leaf paths a step gives or names, with the value it gives (None where it only names them)."""
    for verb in step.verbs:
        if verb in ("unset", "keep"):
            yield from ((path, None) for path in step.paths(verb))
        else:
            yield from ((leaf.path, leaf.value) for leaf in step.leaves(verb))


def inside(path: str, heads: tuple[str, ...]) -> bool:
    """Tell whether a leaf is one of the fields or in them."""
    return path in heads or path.startswith(tuple([f"{head}." for head in heads]))


def as_list(value: Json) -> list[Json]:
    """Return a list leaf, empty where there is none."""
    return value if isinstance(value, list) else []
