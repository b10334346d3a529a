"""The JSON Schemas, read once, and what describes a value in them; no reference is ever fetched."""

import json
from collections.abc import Mapping
from functools import cache
from typing import Any

from generator.resources import resource


@cache
def schemas() -> dict[str, Any]:
    """Return every schema by its file's stem."""
    folder = resource("schema")
    return {
        path.name.removesuffix(".schema.json"): json.loads(path.read_text("utf-8"))
        for path in sorted(folder.glob("*.schema.json"))
    }


Branches = tuple[
    tuple[Any, str], ...
]  # (schema, the kind whose file it stands in) of every branch of one value


def known_keys(schema: Any, kind: str) -> tuple[str, ...]:
    """Return the keys that one schema of a kind's file knows, its parts and what it refers to included."""
    nodes = _branches(schema, kind)
    return tuple(dict.fromkeys(key for node, _ in nodes for key in node.get("properties", {})))


@cache
def described(kind: str, at: tuple[str | int, ...]) -> str:
    """Return the description of the value at a path of a file of `kind`, its key where there is none."""
    nodes = branches_of(kind)
    for step in at:
        nodes = at_key(nodes, "*" if isinstance(step, int) else step)
    return next((node["description"] for node, _ in nodes if "description" in node), str(at[-1]))


@cache
def branches_of(kind: str) -> Branches:
    """Return the schemas that describe a file of `kind`."""
    return tuple(_branches(schemas()[kind], kind))


@cache
def fields_branches(kind: str) -> Branches:
    """Return the schemas that describe a kind's fields."""
    return tuple(_branches(schemas()[kind]["$defs"]["fields"], kind))


def at_key(nodes: Branches, key: str) -> Branches:
    """Return the schemas that describe the value at a key, or with "*" the entries of a list."""
    found: list[tuple[Any, str]] = []
    for node, owner in nodes:
        child = node.get("items") if key == "*" else node.get("properties", {}).get(key)
        found += _branches(child, owner)
    return tuple(found)


def _branches(node: Any, owner: str) -> list[tuple[Any, str]]:
    """Return the schemas that describe one value: itself, what it refers to, and each branch."""
    if not isinstance(node, dict):
        return []
    found = [(node, owner)]
    if "$ref" in node:
        file, _, name = node["$ref"].partition("#/$defs/")
        target = file.removesuffix(".schema.json") or owner
        found += _branches(schemas()[target]["$defs"][name], target)
    for key in ("then", "else"):
        found += _branches(node.get(key), owner)
    for part in node.get("allOf", []):
        found += _branches(part, owner)
    return found


def words_of(kind: str, *path: str) -> Mapping[str, str]:
    """Return the Chinese words of an enumeration in a kind's file: at a path of keys (or a definition of common)."""
    nodes = (
        tuple(_branches(schemas()["common"]["$defs"][path[0]], "common"))
        if kind == "common"
        else branches_of(kind)
    )
    for step in path[1:] if kind == "common" else path:
        nodes = at_key(nodes, step) or at_key(at_key(nodes, "*"), step)
    nodes = (*nodes, *at_key(nodes, "*"))
    return next(node["x-words"] for node, _ in nodes if "x-words" in node)
