"""What a file refers to, as the schema's `x-ref` annotations say: sources, items, places, lists."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any, Literal

from generator.catalogue.model import FOLDING_KINDS
from generator.catalogue.schema import Branches, at_key, branches_of, fields_branches
from generator.reading.document import Document, Path

Target = Literal["source", "item", "place", "list"]
_FIELD_VALUES = frozenset({"set", "add", "remove", "was", "inherited"})


@dataclass(frozen=True)
class Reference:
    """One reference in a file: where it stands, what it names, and the text."""

    path: Path
    target: Target
    text: str


def references(document: Document, kind: str) -> Iterator[Reference]:
    """Yield every reference of a file of `kind`, in the file's order."""
    for path, value in document.walk():
        target = _target(kind, _keys_only(path)) if isinstance(value, str) else None
        if target is not None:
            yield Reference(path, target, str(value))


def _keys_only(path: Path) -> tuple[str, ...]:
    """Return a path with every list index as "*", so that entries share one lookup."""
    return tuple("*" if isinstance(step, int) else step for step in path)


@cache
def _target(kind: str, path: tuple[str, ...]) -> Target | None:
    nodes: Branches = branches_of(kind)
    for number, step in enumerate(path):
        if step in _FIELD_VALUES and path[:number] == ("changes", "*") and kind in FOLDING_KINDS:
            nodes = fields_branches(kind)
        else:
            nodes = at_key(nodes, step)
    return next((_named(node) for node, _ in nodes if "x-ref" in node), None)


def _named(node: Any) -> Target:
    found: Target = node["x-ref"]
    return found
