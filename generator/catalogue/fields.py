"""The fields of a kind as the fold sees them: flat leaves by dotted path, made by the schema.

A list of objects is keyed by `id` (FOLD F11), so `cases: [{id: default, verdict: must_not}]` has the leaf
`cases.default.verdict`. A choice (issuers) and a list of scalars are leaves.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any, Literal, cast

from generator.catalogue.inlined import resolved_fields
from generator.catalogue.schema import schemas
from generator.reading.document import Json, Path

Below = Literal["free", "locked", "lower", "verdict", "task", "mechanism"]


@dataclass(frozen=True)
class Leaf:
    """One leaf of a file: dotted path, value, and where it stands in the document."""

    path: str
    value: Json
    mark: Path


def leaves(kind: str, value: Json, mark: Path = ()) -> tuple[Leaf, ...]:
    """Return the leaves of a (partial) mapping of a kind's fields, in order; keys unknown to the kind are left."""
    return tuple(_leaves(resolved_fields(kind), value, "", mark))


def _leaves(schema: Any, value: Json, path: str, mark: Path) -> Iterator[Leaf]:
    if isinstance(value, dict) and "properties" in schema and not schema.get("x-choice"):
        for key, child in value.items():
            if key in schema["properties"] and not (path and key == "id"):
                yield from _leaves(schema["properties"][key], child, _join(path, key), (*mark, key))
    elif isinstance(value, list) and schema.get("x-key"):
        for index, entry in enumerate(value):
            if isinstance(entry, dict):
                yield from _leaves(schema["items"], entry, _join(path, str(entry.get("id"))), (*mark, index))
    elif path:
        yield Leaf(path, value, mark)


def _join(path: str, key: str) -> str:
    return f"{path}.{key}" if path else key


@cache
def schema_at(kind: str, path: str) -> Any:
    """Return the schema of a dotted path, None where the kind has no such field."""
    node = resolved_fields(kind)
    for step in path.split("."):
        node = node["items"] if node.get("x-key") else node.get("properties", {}).get(step)
        if node is None:
            return None
    return node


@cache
def below(kind: str, path: str, level: str = "") -> Below:
    """Return how a place of `level` below may change the field: the nearest `x-below` on the way to it (F14).

    An `x-below` is one rule for all levels, or a mapping of levels to rules with "otherwise" for the rest.
    """
    found: Any = "free"
    node = resolved_fields(kind)
    for step in path.split("."):
        node = node["items"] if node.get("x-key") else node.get("properties", {}).get(step, {})
        found = node.get("x-below", found)
    rule: Any = found.get(level, found["otherwise"]) if isinstance(found, dict) else found
    return cast("Below", rule)


@cache
def may_withdraw(kind: str) -> bool:
    """Tell whether places below may withdraw items of a kind (`x-withdraw: locked` says no)."""
    return bool(schemas()[kind].get("x-withdraw") != "locked")


def entry_of(kind: str, path: str) -> str | None:
    """Return the path of the innermost keyed entry that holds a leaf: cases.a.steps.b.do is in cases.a.steps.b."""
    entries = entries_of(kind, path)
    return entries[-1] if entries else None


@cache
def entries_of(kind: str, path: str) -> tuple[str, ...]:
    """Return the paths of the keyed entries that hold a leaf, the outermost first."""
    node = resolved_fields(kind)
    found: list[str] = []
    walked: list[str] = []
    for step in path.split("."):
        walked.append(step)
        if node.get("x-key"):
            node = node["items"]
            found.append(".".join(walked))
        else:
            node = node.get("properties", {}).get(step, {})
    return tuple(found)


@cache
def required_in(kind: str, entry: str) -> tuple[str, ...]:
    """Return the keys that an entry of a keyed list must have, without its id."""
    node = schema_at(kind, entry)
    return tuple(key for key in (node or {}).get("required", ()) if key != "id")


def words_of(kind: str) -> frozenset[str]:
    """Return the names of a kind's top-level fields."""
    return frozenset(resolved_fields(kind)["properties"])
