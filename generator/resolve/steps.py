"""Item files to steps: what each introduction and change does, to which leaves, from which day (FOLD F1, F2)."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from generator.catalogue.fields import Leaf, leaves, schema_at
from generator.catalogue.model import Catalogue, ItemFile, Source, date_of, source_id, text_of
from generator.dates import PartialDate
from generator.findings import Position
from generator.reading.document import Json, Path
from generator.resolve.directory import Since, Verb

_ORDER: tuple[Verb, ...] = (
    "unset",
    "set",
    "add",
    "remove",
    "withdraw",
    "restore",
    "adopt",
    "keep",
    "continue",
)


@dataclass(frozen=True)
class Step:
    """One introduction or change of one place, with its bounds resolved.

    `verbs` is what it does, in the order it applies (F10: unset before set). `leaves` are the leaves of `set`,
    `add` and `remove` by verb; `paths` those of `unset` and `keep`.
    """

    file: ItemFile
    mark: Path
    number: int  # order in the file; the introduction is 0
    verbs: tuple[Verb, ...]
    start: PartialDate | None
    since: Since
    until: PartialDate | None
    source: Source | None
    data: dict[str, Json]

    @property
    def place(self) -> str:
        """Return the place whose file holds the step."""
        return self.file.place

    @property
    def first_day(self) -> date:
        """Return the first day in force; an undated step comes before all dated ones."""
        return self.start.first if self.start else date.min

    @property
    def end(self) -> date:
        """Return the first day no longer in force."""
        return self.until.first if self.until else date.max

    @property
    def position(self) -> Position:
        """Return where the step stands."""
        return self.file.document.at(self.mark)

    def holds(self, on: date) -> bool:
        """Tell whether the step is in force on a day."""
        return self.first_day <= on < self.end

    def leaves(self, verb: Verb) -> tuple[Leaf, ...]:
        """Return the leaves that `set`, `add`, `remove` or an introduction give."""
        if verb == "introduce":
            return leaves(self.file.kind, self.data)
        return leaves(self.file.kind, self.data.get(verb), (*self.mark, verb))

    def paths(self, verb: Verb) -> tuple[str, ...]:
        """Return the field paths that `unset` or `keep` names."""
        named = self.data.get(verb)
        return tuple(str(path) for path in named) if isinstance(named, list) else ()

    def was(self) -> dict[str, Json]:
        """Return the leaves of `was`."""
        return {leaf.path: leaf.value for leaf in leaves(self.file.kind, self.data.get("was"))}


def steps_of(catalogue: Catalogue, file: ItemFile) -> tuple[Step, ...]:
    """Return a file's steps: the introduction first, then changes by start and by order in the file (F3)."""
    found: list[Step] = []
    if file.introduces:
        found.append(_step(catalogue, file, (), 0, ("introduce",), file.mapping()))
    for number, (mark, change) in enumerate(file.changes(), start=1):
        verbs = tuple(verb for verb in _ORDER if verb in change)
        found.append(_step(catalogue, file, mark, number, verbs, change))
    return tuple(sorted(found, key=lambda step: (step.number != 0, step.first_day, step.number)))


def _step(
    catalogue: Catalogue,
    file: ItemFile,
    mark: Path,
    number: int,
    verbs: tuple[Verb, ...],
    data: dict[str, Json],
) -> Step:
    reference = text_of(data.get("source"))
    source = catalogue.sources.get(source_id(reference, file.place)) if reference else None
    start, since = _start(date_of(data.get("from")), source)
    until = date_of(data.get("until"))
    ends = [bound for bound in (until, source.until if source else None) if bound]
    return Step(
        file, mark, number, verbs, start, since, min(ends, key=lambda d: d.first, default=None), source, data
    )


def _start(stated: PartialDate | None, source: Source | None) -> tuple[PartialDate | None, Since]:
    if stated:
        return stated, "stated"
    if source and source.in_force:
        return source.in_force, "law_edition" if source.kind == "law" else "in_force"
    if source and source.issued:
        return source.issued, "issued"
    if source and source.reported:
        return source.reported, "reported"
    return None, "undated"


def is_set_list(kind: str, path: str) -> bool:
    """Tell whether a leaf is an unordered list that `add` and `remove` edit."""
    schema = schema_at(kind, path)
    return bool(schema and schema.get("x-set"))


def touched(step: Step) -> Iterator[str]:
    """Yield the leaf paths a step gives or names."""
    for verb in step.verbs:
        if verb in ("unset", "keep"):
            yield from step.paths(verb)
        else:
            yield from (leaf.path for leaf in step.leaves(verb))


def as_list(value: Json) -> list[Json]:
    """Return a list leaf, empty where there is none."""
    return value if isinstance(value, list) else []
