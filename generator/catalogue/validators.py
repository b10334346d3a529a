"""Validators of a kind's files and of a change's values, made once."""

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

from generator.catalogue.inlined import partial_fields
from generator.catalogue.schema import schemas
from generator.reading.document import Json

Schema = Mapping[str, Any]


def _whole_pattern(
    _validator: object, pattern: str, instance: object, _schema: Schema
) -> Iterator[ValidationError]:
    # The library searches, so `$` would let a trailing newline through.
    if isinstance(instance, str) and not re.fullmatch(pattern.removeprefix("^").removesuffix("$"), instance):
        yield ValidationError(f"{instance!r} does not match {pattern!r}")


_Validator: type[Draft202012Validator] = extend(Draft202012Validator, {"pattern": _whole_pattern})  # type: ignore[no-untyped-call]


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
