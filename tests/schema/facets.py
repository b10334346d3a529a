"""The facets of the schemas: every allowed word, required key and pattern, each by where it stands in schema/*.json.

A facet is met in a file where a value of the file comes to that place of the schema.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from generator.catalogue.schema import schemas
from generator.reading.document import Json, Path

Where = tuple[str, ...]  # the schema's file, then the steps to a node in it


@dataclass(frozen=True)
class Facet:
    """One thing that a node of a schema asks: a `word` of an enumeration, a required `key`, or a `pattern`."""

    where: Where
    what: str
    value: str

    def __str__(self) -> str:
        return f"{'/'.join(self.where)} {self.what} {self.value}"


@dataclass(frozen=True)
class Met:
    """A facet met by a value: where in the file (of a required key, the mapping that has it)."""

    facet: Facet
    path: Path


def facets_of(node: Any, where: Where) -> Iterator[Facet]:
    """Yield the facets of one node, its children aside."""
    for word in node.get("enum", [node["const"]] if "const" in node else []):
        yield Facet(where, "word", str(word))
    for key in node.get("required", ()):
        yield Facet(where, "key", key)
    for has, needs in node.get("dependentRequired", {}).items():
        yield from (Facet((*where, "dependentRequired", has), "key", key) for key in needs)
    if "pattern" in node:
        yield Facet(where, "pattern", node["pattern"])
    if "propertyNames" in node:
        yield Facet((*where, "propertyNames"), "pattern", node["propertyNames"]["pattern"])


def all_facets() -> frozenset[Facet]:
    """Return every facet of every schema; what only chooses a branch (`if`) asks nothing."""
    return frozenset(facet for name, schema in schemas().items() for facet in _below(schema, (name,)))


def _below(node: Any, where: Where) -> Iterator[Facet]:
    yield from facets_of(node, where)
    for key in ("properties", "$defs"):
        for name, child in node.get(key, {}).items():
            yield from _below(child, (*where, key, name))
    for key in ("allOf", "anyOf"):
        for index, child in enumerate(node.get(key, ())):
            yield from _below(child, (*where, key, str(index)))
    for key in ("items", "then", "else"):
        if key in node:
            yield from _below(node[key], (*where, key))


def met(kind: str, value: Json) -> Iterator[Met]:
    """Yield the facets that a file of a kind meets."""
    yield from _met(schemas()[kind], (kind,), value, (), kind, partial=False)


def _met(node: Any, where: Where, value: Json, path: Path, kind: str, *, partial: bool) -> Iterator[Met]:
    if "$ref" in node:
        file, _, name = node["$ref"].partition("#/$defs/")
        home = file.removesuffix(".schema.json") or where[0]
        target = schemas()[home]["$defs"][name]
        yield from _met(target, (home, "$defs", name), value, path, kind, partial=partial)
    for facet in facets_of(node, where):
        if _meets(facet, value, node) and not (partial and facet.what == "key" and facet.value != "id"):
            yield Met(facet, path)
    for index, part in enumerate(node.get("allOf", ())):
        yield from _met(part, (*where, "allOf", str(index)), value, path, kind, partial=partial)
    for index, part in enumerate(node.get("anyOf", ())):
        yield from _met(part, (*where, "anyOf", str(index)), value, path, kind, partial=partial)
    if "if" in node:
        wanted = (
            all(key in value for key in node["if"].get("required", ())) if isinstance(value, dict) else False
        )
        branch = "then" if wanted else "else"
        if branch in node:
            yield from _met(node[branch], (*where, branch), value, path, kind, partial=partial)
    if isinstance(value, dict):
        for key, child in value.items():
            if key in node.get("properties", {}):
                schema = node["properties"][key]
                yield from _met(
                    schema,
                    (*where, "properties", key),
                    child,
                    (*path, key),
                    kind,
                    partial=partial and not schema.get("x-choice"),
                )
                if key in ("set", "add", "remove", "was", "inherited") and where[-1] == "change":
                    fields = schemas()[kind]["$defs"]["fields"]
                    yield from _met(
                        fields, (kind, "$defs", "fields"), child, (*path, key), kind, partial=True
                    )
    elif isinstance(value, list) and "items" in node:
        for index, entry in enumerate(value):
            yield from _met(node["items"], (*where, "items"), entry, (*path, index), kind, partial=partial)


def _meets(facet: Facet, value: Json, node: Any) -> bool:
    if facet.what == "word":
        return any(
            str(word) == facet.value and word == value for word in node.get("enum", [node.get("const")])
        )
    if facet.what == "key":
        has = facet.where[-1] if "dependentRequired" in facet.where else facet.value
        return isinstance(value, dict) and facet.value in value and has in value
    texts = value if facet.where[-1] == "propertyNames" and isinstance(value, dict) else [value]
    return all(isinstance(text, str) and re.search(facet.value, text) for text in texts)
