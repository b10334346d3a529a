"""How far a file that was left out may reach: what it could refuse or rename is uncertain below (FOLD F45).

A file that is YAML tells how far it meant to reach, though not whether it holds; of one that is not, all is possible.
"""

from collections.abc import Iterator
from functools import lru_cache

from generator.catalogue.model import FOLDING_KINDS, ItemFile, mappings, source_id, strings
from generator.catalogue.references import references
from generator.reading.document import Json
from generator.resolve.plan import Plan

REDIRECTS = "redirects"  # stands for the ids of a broken redirects.yaml where they are not known
_EVERY = frozenset(FOLDING_KINDS)


def may_be_refused(plan: Plan, chain: tuple[str, ...]) -> Iterator[str]:
    """Yield the items of which a chain's last place says what a provision left out above it may forbid (F27)."""
    kinds = frozenset(kind for holder in chain[:-1] for kind in _narrowed(plan, holder))
    yield from (item for item in plan.by_place.get(chain[-1], ()) if item.split("/")[0] in kinds)


def may_be_renamed(plan: Plan, place: str) -> Iterator[str]:
    """Yield the ids that a place's redirects.yaml names if it is left out, `REDIRECTS` where unclear (F20)."""
    if f"{place}/{REDIRECTS}" not in plan.catalogue.left_out:
        return
    document = plan.catalogue.misread.get(f"{place}/{REDIRECTS}")
    data = document.value if document is not None and isinstance(document.value, dict) else {}
    entries = data.get("redirects")
    named = [(entry.get("item"), strings(entry.get("to"))) for entry in mappings(entries)]
    if isinstance(entries, list) and len(named) == len(entries) and all(item and to for item, to in named):
        yield from (name for item, to in named for name in (str(item), *to))
    else:
        yield REDIRECTS


@lru_cache(maxsize=4096)
def uncertain_above(plan: Plan, chain: tuple[str, ...]) -> frozenset[str]:
    """Return the ids of which a file left out above a chain's last place may have refused or renamed something."""
    if not plan.catalogue.left_out:
        return frozenset()
    refused = (item for depth in range(2, len(chain)) for item in may_be_refused(plan, chain[:depth]))
    return frozenset((*refused, *(item for place in chain[:-1] for item in may_be_renamed(plan, place))))


def lost(plan: Plan, file: ItemFile) -> bool:
    """Tell whether a file names a document that is left out."""
    left_out = plan.catalogue.left_out
    for reference in references(file.document, file.kind):
        if reference.target == "source":
            holder, _, slug = source_id(reference.text, file.place).rpartition("/")
            if f"{holder}/sources/{slug}" in left_out:
                return True
    return False


def _narrowed(plan: Plan, holder: str) -> Iterator[str]:
    """Yield the kinds whose changes below a place the provisions that it cannot give may refuse."""
    head = f"{holder}/provisions/"
    for name in plan.catalogue.left_out:
        if name.startswith(head):
            document = plan.catalogue.misread.get(name)
            powers = f"provisions/{name.removeprefix(head)}" in plan.powers
            yield from _EVERY if document is None else _kinds(document.value, powers)
    for item in plan.powers:
        file = plan.catalogue.items.get(item, {}).get(holder)
        if file is not None and lost(plan, file):
            yield from _kinds(file.document.value, powers=True)


def _kinds(value: Json, powers: bool) -> frozenset[str]:
    """Return the kinds that the `powers` of a file name: none where it gives none, every kind where they are unclear.

    `powers` says that the provision has some without it.
    """
    data = value if isinstance(value, dict) else {}
    adjusts, named = "adjusts" in data, frozenset(str(entry.get("kind")) for entry in _entries(value))
    if not named and not powers and (adjusts or data.get("topic") not in (None, "powers")):
        return frozenset()
    clear = named and named <= _EVERY and not (adjusts and powers)
    return named if clear else _EVERY


def _entries(value: Json) -> Iterator[dict[str, Json]]:
    """Yield the entries of every `powers` in a file: of an introduction, of a change."""
    if isinstance(value, dict):
        for key, part in value.items():
            yield from mappings(part) if key == "powers" else _entries(part)
    for part in value if isinstance(value, list) else ():
        yield from _entries(part)
