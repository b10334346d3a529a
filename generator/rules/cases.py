"""The cases that each introduction and change of a certificate speaks of, whole, as they stand on its first day.

Not a rule: the rules about cases read them here.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

from generator.catalogue.model import Catalogue, Source, mappings, source_id, strings
from generator.findings import Position
from generator.reading.document import Json, Path
from generator.resolve.fold import fold_item
from generator.resolve.plan import Plan, plan_of
from generator.resolve.steps import Step

# What reports or shows how others do it; it lays nothing down.
NO_RULE = frozenset({"news", "guide", "court_practice"})


@dataclass(frozen=True)
class Told:
    """One case in one step: what the step says of it (`own`), and the case and its item with all that is inherited."""

    step: Step
    mark: Path
    own: Mapping[str, Json]
    case: Mapping[str, Json]
    item: Mapping[str, Json]
    bases: Mapping[str, Source]

    @property
    def id(self) -> str:
        """Return the case's id."""
        return str(self.own.get("id"))

    @property
    def verdict(self) -> str:
        """Return the case's verdict."""
        return str(self.case.get("verdict"))

    @property
    def sources(self) -> tuple[Source, ...]:
        """Return the documents the case rests on; those of the whole item where it names none."""
        named = strings(self.case.get("basis")) or tuple(self.bases)
        return tuple(self.bases[name] for name in named if name in self.bases)

    def says(self, *fields: str) -> bool:
        """Tell whether the step itself gives one of the fields: what it only inherits is said elsewhere."""
        return any(field in self.own for field in fields)

    def at(self, field: str) -> Position:
        """Return where a field of the case stands, else the case."""
        return self.step.file.document.at((*self.mark, field))


@lru_cache(maxsize=8)
def cases_of(catalogue: Catalogue) -> tuple[Told, ...]:
    """Return the cases of every step of every certificate; the same object for the same catalogue."""
    plan = plan_of(catalogue)
    return tuple(
        told
        for step in plan.own_steps("certificates")
        for told in (_introduced(plan, step) if step.number == 0 else _changed(plan, step))
    )  # fmt: skip


def _introduced(plan: Plan, step: Step) -> Iterator[Told]:
    place, bases = step.file.place, {}
    for entry in mappings(step.data.get("basis")):
        source = plan.catalogue.source(entry.get("source"), place)
        if source is not None:
            bases[str(entry.get("id"))] = source
    for index, case in enumerate(mappings(step.data.get("cases"))):
        yield Told(step, (*step.mark, "cases", index), case, case, step.data, bases)


def _changed(plan: Plan, step: Step) -> Iterator[Told]:
    new = step.data.get("set")
    cases = list(mappings(new.get("cases"))) if isinstance(new, dict) else []
    if not cases:
        return
    catalogue, name, chain = plan.catalogue, step.file.id, plan.catalogue.chain(step.at)
    begins = [s.first_day for s in plan.on_chain(name, chain) if s.number == 0]
    held = fold_item(plan, name, chain, max([step.first_day, *begins])).item
    if held is None:
        return
    tree, bases = held.tree(), {}
    for path, value in held.values.items():
        head, _, rest = path.partition(".")
        if head == "basis" and rest.endswith(".source"):
            written_in = value.place
            source = catalogue.sources.get(source_id(str(value.value), written_in))
            if source is not None:
                bases[rest.removesuffix(".source")] = source
    known = tree.get("cases")
    for index, own in enumerate(cases):
        case = known.get(str(own.get("id"))) if isinstance(known, dict) else None
        if isinstance(case, dict):
            yield Told(step, (*step.mark, "set", "cases", index), own, case, tree, bases)
