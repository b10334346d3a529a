"""What each introduction and change of a sign says, with the sign as it stands on that day.

Not a rule: the rules about signs read it here.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

from generator.catalogue.model import Catalogue, mappings
from generator.findings import Position
from generator.reading.document import Json, Path
from generator.resolve.fold import fold_item
from generator.resolve.plan import Plan, plan_of
from generator.resolve.steps import Step


@dataclass(frozen=True)
class Said:
    """One step about a sign: what it says (`own`, standing at `mark`), and the sign with all that is inherited."""

    step: Step
    mark: Path
    own: Mapping[str, Json]
    sign: Mapping[str, Json]

    @property
    def name(self) -> str:
        """Return the sign's name."""
        return str(self.sign.get("name"))

    def at(self, *path: str | int) -> Position:
        """Return where a value stands that the step says."""
        return self.step.file.document.at((*self.mark, *path))

    def entries(self, field: str) -> Iterator[tuple[int, Mapping[str, Json]]]:
        """Yield (index, entry) of a list of entries that the step says."""
        return enumerate(mappings(self.own.get(field)))


@lru_cache(maxsize=8)
def signs_of(catalogue: Catalogue) -> tuple[Said, ...]:
    """Return what every file says of every sign; the same object for the same catalogue."""
    plan = plan_of(catalogue)
    return tuple(
        said
        for step in plan.own_steps("signs")
        for said in _said(plan, step)
    )  # fmt: skip


def all_of(sign: Mapping[str, Json], field: str) -> tuple[Mapping[str, Json], ...]:
    """Return a sign's entries of a list, as a file lists them or as the fold keys them."""
    held = sign.get(field)
    if isinstance(held, dict):
        return tuple({**entry, "id": name} for name, entry in held.items() if isinstance(entry, dict))
    return tuple(mappings(held))


def _said(plan: Plan, step: Step) -> Iterator[Said]:
    if step.number == 0:
        yield Said(step, step.mark, step.data, step.data)
        return
    new = step.data.get("set")
    if isinstance(new, dict):
        name, chain = step.file.id, plan.catalogue.chain(step.at)
        begins = [s.first_day for s in plan.on_chain(name, chain) if s.number == 0]
        held = fold_item(plan, name, chain, max([step.first_day, *begins])).item
        if held is not None:
            yield Said(step, (*step.mark, "set"), new, held.tree())
