"""Item files to steps: what each introduction and change does, to which leaves, from which day (FOLD F1, F2, F6)."""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property

from generator.catalogue.fields import Leaf, leaves, schema_at
from generator.catalogue.model import (
    Catalogue,
    ItemFile,
    Source,
    date_of,
    mappings,
    source_id,
    strings,
    text_of,
)
from generator.dates import PartialDate
from generator.findings import Position
from generator.reading.document import Json, Path
from generator.resolve.directory import Since, Verb

_ORDER: tuple[Verb, ...] = (
    "unset", "set", "add", "remove", "withdraw", "restore", "adopt", "keep", "continue",
)  # fmt: skip


@dataclass(frozen=True)
class Span:
    """A time in which a step holds, with the document that makes it hold: its own, or that of a `continue`."""

    start: PartialDate | None
    since: Since
    until: PartialDate | None
    source: Source | None
    clause: str | None
    mark: Path
    until_unstated: bool = False  # 现阶段: the document gives no end (F27)

    @property
    def first_day(self) -> date:
        """Return the first day in force; an undated span comes before all dated ones."""
        return self.start.first if self.start else date.min

    @property
    def end(self) -> date:
        """Return the first day no longer in force."""
        return self.until.first if self.until else date.max

    def holds(self, on: date) -> bool:
        """Tell whether the span is in force on a day."""
        return self.first_day <= on < self.end

    def blurs(self, on: date) -> bool:
        """Tell whether one of its bounds is imprecise and holds the day (F1)."""
        return any(bound is not None and bound.blurs(on) for bound in (self.start, self.until))


@dataclass(frozen=True)
class Step:
    """One introduction or change of one place, with its bounds resolved.

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
    not_before: date = date.min  # it is read here only from this day on (F20, F33)

    @property
    def key(self) -> tuple[str, str, int]:
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

    @property
    def end(self) -> date:
        """Return the first day from which it never holds again."""
        return max(span.end for span in self.spans)

    @property
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
        return max(self.first_day, self.not_before) <= on

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


def steps_of(catalogue: Catalogue, file: ItemFile, at: str | None = None) -> tuple[Step, ...]:
    """Return a file's steps: the introduction first, then changes by start and by order in the file (F3)."""
    place = at or file.place
    found: list[Step] = []
    introduction = file.introduction()
    if introduction is not None:
        mark, data = introduction
        found.append(Step(file, place, mark, 0, ("introduce",), (_span(catalogue, file, mark, data),), data))
    for number, (mark, data) in enumerate(file.changes(), start=1):
        verbs = tuple(verb for verb in _ORDER if verb in data)
        found.append(Step(file, place, mark, number, verbs, (_span(catalogue, file, mark, data),), data))
    ordered = sorted(found, key=lambda step: (step.number != 0, step.first_day, step.number))
    return tuple(_carried_on(catalogue, file, ordered))


def _span(catalogue: Catalogue, file: ItemFile, mark: Path, data: dict[str, Json]) -> Span:
    named = data.get("continue")
    holder = named if isinstance(named, dict) and "source" not in data else data
    reference = text_of(holder.get("source"))
    source = catalogue.sources.get(source_id(reference, file.place)) if reference else None
    start, since = _start(date_of(data.get("from")), source)
    ends = [bound for bound in (date_of(data.get("until")), source.until if source else None) if bound]
    return Span(
        start, since, min(ends, key=lambda d: d.first, default=None), source, text_of(holder.get("clause")),
        mark, data.get("until") == "unstated",
    )  # fmt: skip


def _start(stated: PartialDate | None, source: Source | None) -> tuple[PartialDate | None, Since]:
    if stated:
        return stated, "stated"
    if source and source.kind == "law" and (cited := _edition_cited(source)) is not None:
        return cited, "law_edition"
    if source and source.in_force:
        return source.in_force, "law_edition" if source.kind == "law" else "in_force"
    if source and source.issued:
        return source.issued, "issued"
    if source and source.reported:
        return source.reported, "reported"
    return None, "undated"


def _edition_cited(source: Source) -> PartialDate | None:
    """Return the day the edition that a law is cited by came into force, where the source says which it is (F2)."""
    named = source.data.get("articles_as_of")
    editions = [e for e in mappings(source.data.get("editions")) if e.get("id") == named]
    return date_of(editions[0].get("from")) if editions else None


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


def as_list(value: Json) -> list[Json]:
    """Return a list leaf, empty where there is none."""
    return value if isinstance(value, list) else []
