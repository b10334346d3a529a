"""The JSON Schemas, read once; no reference is ever fetched. `partial` makes the schema of a change's values."""

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

import jsonschema_rs
from jsonschema import Draft202012Validator
from jsonschema.exceptions import ValidationError
from jsonschema.validators import extend
from referencing import Registry, Resource

from generator.reading.document import Json
from generator.resources import resource

Schema = Mapping[str, Any]


def _whole_pattern(
    _validator: object, pattern: str, instance: object, _schema: Schema
) -> Iterator[ValidationError]:
    # The library searches, so `$` would let a trailing newline through.
    if isinstance(instance, str) and not re.fullmatch(pattern.removeprefix("^").removesuffix("$"), instance):
        yield ValidationError(f"{instance!r} does not match {pattern!r}")


_Validator: type[Draft202012Validator] = extend(Draft202012Validator, {"pattern": _whole_pattern})  # type: ignore[no-untyped-call]


@cache
def schemas() -> dict[str, Any]:
    """Return every schema by its file's stem."""
    folder = resource("schema")
    return {
        path.name.removesuffix(".schema.json"): json.loads(path.read_text("utf-8"))
        for path in sorted(folder.glob("*.schema.json"))
    }


@cache
def _registry() -> Registry[Any]:
    return Registry().with_resources(
        [(schema["$id"], Resource.from_contents(schema)) for schema in schemas().values()]
    )


@dataclass(frozen=True)
class Checker:
    """One schema as two validators: the quick one tells whether a value fits, the other what is wrong with it."""

    quick: jsonschema_rs.Draft202012Validator
    telling: Draft202012Validator

    def errors(self, value: Json) -> Iterator[ValidationError]:
        """Yield what is wrong with a value."""
        if not self.quick.is_valid(value):
            yield from self.telling.iter_errors(value)


def _checker(schema: Any) -> Checker:
    quick = jsonschema_rs.Draft202012Validator(_whole_patterns(schema), registry=_quick_registry())
    return Checker(quick, _Validator(schema, registry=_registry()))


@cache
def _quick_registry() -> jsonschema_rs.Registry:
    return jsonschema_rs.Registry([(schema["$id"], _whole_patterns(schema)) for schema in schemas().values()])


def _whole_patterns(node: Any) -> Any:
    """Return a schema whose patterns hold for a whole text, as the telling validator reads them."""
    if isinstance(node, list):
        return [_whole_patterns(entry) for entry in node]
    if not isinstance(node, dict):
        return node
    whole = {key: _whole_patterns(value) for key, value in node.items()}
    if isinstance(whole.get("pattern"), str):
        whole["pattern"] = f"^(?:{whole['pattern'].removeprefix('^').removesuffix('$')})$"
    return whole


@cache
def validator(kind: str) -> Checker:
    """Return the validator of a kind's files."""
    return _checker(schemas()[kind])


@cache
def partial_validator(kind: str) -> Checker:
    """Return the validator of a change's values: the kind's fields, none of them required."""
    return _checker(partial_fields(kind))


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


def words_at(kind: str, path: str) -> Mapping[str, str]:
    """Return the Chinese words of an item's field by its dotted path; any id stands for the entries of a list."""
    node = resolved_fields(kind)
    for step in path.split("."):
        node = node["items"] if node.get("x-key") else node["properties"][step]
    words: Mapping[str, str] = node.get("x-words") or node["items"]["x-words"]
    return words
