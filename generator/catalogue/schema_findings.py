"""What jsonschema says of a value, as sentences with a place, a guess and a cure."""

import difflib
from collections.abc import Iterable, Iterator
from typing import Any

from jsonschema.exceptions import ValidationError

from generator.catalogue.schema import described, known_keys
from generator.catalogue.validators import Checker
from generator.codes import finding
from generator.findings import Finding, Text
from generator.reading.document import Document, Path

_TYPES = {
    "string": ("文字", "text"), "number": ("数字", "a number"), "integer": ("整数", "an integer"),
    "boolean": ("true 或 false", "true or false"), "array": ("列表", "a list"),
    "object": ("一组字段", "a mapping"), "null": ("空值", "null"),
}  # fmt: skip
_WHOLE = Text("整个文件", "the whole file")


def check_value(document: Document, at: Path, checker: Checker, kind: str) -> Iterator[Finding]:
    """Yield findings about the value at `at`, as `checker` sees it."""
    for error in checker.errors(document.get(at)):
        yield from _findings(document, at, error, kind)


def _findings(document: Document, at: Path, error: ValidationError, kind: str) -> Iterator[Finding]:
    if error.validator in ("if", "$ref", "allOf") and error.context:
        for inner in error.context:
            yield from _findings(document, at, inner, kind)
        return
    path: Path = (*at, *error.absolute_path)
    key = next((step for step in reversed(path) if isinstance(step, str)), _WHOLE)
    wanted: Any = error.validator_value
    instance: Any = error.instance
    where = document.at(path)
    schema: dict[str, Any] = error.schema if isinstance(error.schema, dict) else {}
    description = schema.get("description", "")
    match error.validator:
        case "type" if instance is not None:
            zh, en = _TYPES[str(wanted[0] if isinstance(wanted, list) else wanted)]
            plain = wanted == "string" and isinstance(instance, (bool, int, float))
            cure = "给它加上引号" if plain else f"改成{zh}"
            quoted = '"{}"' if plain else None
            yield finding(
                "S101", where, key=key, wanted=zh, wanted_en=en, cure=cure, cure_en=f"write {en}", fix=quoted
            )
        case "additionalProperties" | "unevaluatedProperties":
            # Where a part of `allOf` fails, its keys count as unevaluated too: only the truly unknown are told.
            known = known_keys(schema, kind)
            for unknown in [k for k in instance if k not in known]:
                yield finding("S102", document.key_at((*path, unknown)), key=unknown, **guess(unknown, known))
        case "dependentRequired":
            for missing in [k for has, needs in wanted.items() if has in instance for k in needs]:
                if missing not in instance and repr(missing) in error.message:
                    yield finding("S103", where, key=missing, description=described(kind, (*path, missing)))
        case "required":
            for missing in [k for k in wanted if k not in instance]:
                if error.message.startswith(repr(missing)):
                    about = described(kind, (*path, missing))
                    yield finding("S103", document.key_at(path), key=missing, description=about)
        case "enum" | "const":
            allowed = [str(v) for v in (wanted if error.validator == "enum" else [wanted])]
            if key == "format" and isinstance(instance, int) and isinstance(wanted, int):
                yield finding("S111" if instance > wanted else "S113", where, value=instance)
            else:
                value = str(instance)
                yield finding("S104", where, key=key, value=value, allowed=allowed, **guess(value, allowed))
        case "pattern":
            if isinstance(document.get(path), dict):  # the name of a key (`propertyNames`)
                where = document.key_at((*path, str(instance)))
            yield finding("S105", where, key=key, value=instance, description=description, pattern=wanted)
        case "maxLength" | "maxItems":
            yield finding(
                "S106" if isinstance(instance, str) else "S116",
                where,
                key=key,
                length=len(instance),
                limit=wanted,
            )
        case "minimum" | "maximum" | "exclusiveMinimum":
            yield finding("S107", where, key=key, value=instance)
        case "type" | "minLength" | "minItems" | "minProperties":
            yield finding("S108", where, key=key)
        case "uniqueItems":
            yield finding("S109", where, key=key)
        case "anyOf":
            wanted_keys = [str(k) for branch in wanted for k in branch.get("required", [])]
            yield finding("S114", where, keys=wanted_keys)
        case _:
            yield finding("S112", where, problem=str(error.validator))


def guess(wrong: str, known: Iterable[str]) -> dict[str, Any]:
    """Return a "did you mean" in both languages, empty where nothing is near."""
    near = difflib.get_close_matches(wrong, list(known), n=1, cutoff=0.6)
    if not near:
        return {"guess": "", "guess_en": ""}
    return {"guess": f"，是不是“{near[0]}”", "guess_en": f"; did you mean {near[0]}"}
