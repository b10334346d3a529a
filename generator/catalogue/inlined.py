"""Schemas with every `$ref` replaced by what it names; `partial` ones describe the values of a change."""

from collections.abc import Mapping
from functools import cache
from typing import Any

from generator.catalogue.schema import schemas


@cache
def partial_fields(kind: str) -> Any:
    """Return the schema of a change's values, every `$ref` replaced by what it names."""
    return _without_required(resolved_fields(kind))


@cache
def resolved_fields(kind: str) -> Any:
    """Return the schema of a kind's fields with every `$ref` replaced by what it names."""
    return _inline(schemas()[kind]["$defs"]["fields"], kind)


@cache
def resolved_file(kind: str) -> Any:
    """Return the schema of a new file of `kind` with every `$ref` replaced: of an item, what introduces it."""
    whole = schemas()[kind]
    inlined = _inline(whole.get("$defs", {}).get("introduction", whole), kind)
    return {**inlined, "title": whole["title"]}


@cache
def resolved_definition(name: str) -> Any:
    """Return a definition of common.schema.json with every `$ref` replaced."""
    return _inline(schemas()["common"]["$defs"][name], "common")


@cache
def partial_keys() -> tuple[str, ...]:
    """Return the keys of a change that hold values of the kind's fields: set, add, remove, was, inherited."""
    change = schemas()["common"]["$defs"]["change"]["properties"]
    return tuple(key for key, node in change.items() if node.get("x-partial"))


@cache
def resolved_whole(kind: str) -> Any:
    """Return the schema of a kind's files, every branch of it, with every `$ref` replaced."""
    return _inline({key: value for key, value in schemas()[kind].items() if key != "$defs"}, kind)


def _inline(node: Any, kind: str) -> Any:
    if isinstance(node, list):
        return [_inline(entry, kind) for entry in node]
    if not isinstance(node, dict):
        return node
    if "$ref" in node:
        file, _, name = node["$ref"].partition("#/$defs/")
        owner = file.removesuffix(".schema.json") or kind
        target = _inline(schemas()[owner]["$defs"][name], owner)
        rest = _inline({key: value for key, value in node.items() if key != "$ref"}, kind)
        return {**target, **rest}
    inlined = {key: _inline(value, kind) for key, value in node.items()}
    if "x-key" in inlined:
        inlined["items"]["properties"]["before"] = BEFORE
    return _merged(inlined) if "allOf" in inlined else inlined


def _merged(node: dict[str, Any]) -> dict[str, Any]:
    """Return a node whose `allOf` parts are one closed mapping: their properties and required keys together."""
    parts = [node, *node["allOf"]]
    return {
        **{key: value for key, value in node.items() if key != "allOf"},
        "type": "object",
        "properties": {key: value for part in parts for key, value in part.get("properties", {}).items()},
        "required": [key for part in parts for key in part.get("required", [])],
        "additionalProperties": False,
    }


def _without_required(node: Any) -> Any:
    if isinstance(node, list):
        return [_without_required(entry) for entry in node]
    if not isinstance(node, dict):
        return node
    if node.get("x-choice"):
        return node
    dropped = ("required", "minProperties")
    kept = {key: _without_required(value) for key, value in node.items() if key not in dropped}
    if "id" in kept.get("properties", {}):
        kept["required"] = ["id"]
    return kept


# In a change, an entry of a keyed list may say before which other entry it stands (FOLD F11).
BEFORE = {
    "type": "string", "minLength": 1, "maxLength": 40, "pattern": "^[a-z0-9]+(-[a-z0-9]+)*$",
    "description": "排在哪一条之前（id）",
}  # fmt: skip


def words_at(kind: str, path: str) -> Mapping[str, str]:
    """Return the Chinese words of an item's field by its dotted path; any id stands for the entries of a list."""
    node = resolved_fields(kind)
    for step in path.split("."):
        node = node["items"] if node.get("x-key") else node["properties"][step]
    words: Mapping[str, str] = node.get("x-words") or node["items"]["x-words"]
    return words
