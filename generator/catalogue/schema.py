"""The JSON Schemas, read once; no reference is ever fetched. `partial` makes the schema of a change's values."""

import json
import re
from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any

from jsonschema import Draft202012Validator
from jsonschema.exceptions import ValidationError
from jsonschema.validators import extend
from referencing import Registry, Resource

from generator.resources import resource

Schema = Mapping[str, Any]
KINDS = ("place", "sources", "certificates", "signs", "provisions", "lists")


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


@cache
def validator(kind: str) -> Draft202012Validator:
    """Return the validator of a kind's files."""
    return _Validator(schemas()[kind], registry=_registry())


@cache
def partial_validator(kind: str) -> Draft202012Validator:
    """Return the validator of a change's values: the kind's fields, none of them required."""
    return _Validator(_without_required(resolved_fields(kind)), registry=_registry())


@cache
def resolved_fields(kind: str) -> Any:
    """Return the schema of a kind's fields with every `$ref` replaced by what it names."""
    return _inline(schemas()[kind]["$defs"]["fields"], kind)


def _inline(node: Any, kind: str) -> Any:
    if isinstance(node, list):
        return [_inline(entry, kind) for entry in node]
    if not isinstance(node, dict):
        return node
    if "$ref" in node:
        file, _, name = node["$ref"].partition("#/$defs/")
        owner = file.removesuffix(".schema.json") or kind
        target = _inline(schemas()[owner]["$defs"][name], owner)
        return {**target, **{key: value for key, value in node.items() if key != "$ref"}}
    return {key: _inline(value, kind) for key, value in node.items()}


def _without_required(node: Any) -> Any:
    if isinstance(node, list):
        return [_without_required(entry) for entry in node]
    if not isinstance(node, dict):
        return node
    kept = {key: _without_required(value) for key, value in node.items() if key != "required"}
    if "id" in node.get("properties", {}):
        kept["required"] = ["id"]
    elif node.get("x-choice"):
        kept["required"] = node.get("required", [])
    return kept
