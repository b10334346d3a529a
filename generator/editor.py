"""Schemas for editors: one file a kind, without references, in Chinese, with the ids of a catalogue to choose from.

An editor's language server completes what it finds in them: keys, words with what they mean, and the ids of sources,
items, places and lists. They only help to write; `qingdan check` alone says what is right.
"""

import json
from collections.abc import Iterable, Mapping
from typing import Any

from generator.catalogue.inlined import partial_fields, partial_keys, resolved_whole
from generator.catalogue.model import FOLDING_KINDS, Catalogue
from generator.catalogue.schema import schemas

# What every language server reads; the schemas use nothing newer but for `dependentRequired`.
_DIALECT = "http://json-schema.org/draft-07/schema#"
_NO_SCHEMAS_OF_FILES = frozenset({"common"})

FOLDER = ".cache/editor"


def modeline(path: str) -> str:
    """Return the line (without its #) by which any editor finds the schema of a file `path` of a catalogue folder.

    The catalogue's folder stands beside FOLDER, as in a checkout.
    """
    kind = path.removesuffix(".yaml").split("/")[
        -1 if path.endswith(("place.yaml", "redirects.yaml")) else -2
    ]
    return f"yaml-language-server: $schema={'../' * (path.count('/') + 1)}{FOLDER}/{kind}.json"


def editor_schemas(catalogue: Catalogue) -> dict[str, bytes]:
    """Return, by file name, the schema of each kind's files; the same catalogue gives the same bytes."""
    ids = {
        "source": sorted({*catalogue.sources, *(source.slug for source in catalogue.sources.values())}),
        "item": sorted(catalogue.items),
        "place": sorted(catalogue.places),
        "list": sorted({*catalogue.lists, *(entry.slug for entry in catalogue.lists.values())}),
    }
    definitions = {name: {"enum": listed} for name, listed in ids.items() if listed}
    files = {}
    for kind in sorted(schemas().keys() - _NO_SCHEMAS_OF_FILES):
        schema = _plain(_whole(kind), definitions.keys())
        schema = {"$schema": _DIALECT, **schema, "definitions": definitions}
        files[f"{kind}.json"] = (json.dumps(schema, ensure_ascii=False, indent=1) + "\n").encode()
    return files


def _whole(kind: str) -> dict[str, Any]:
    """Return the schema of a kind's files, the values of a change described by the kind's own fields."""
    whole: dict[str, Any] = resolved_whole(kind)
    if kind not in FOLDING_KINDS:
        return whole
    values = dict.fromkeys(partial_keys(), partial_fields(kind))
    branches: dict[str, Any] = {}
    for name in ("then", "else"):
        branch = whole[name]
        change = branch["properties"]["changes"]["items"]
        described = {key: {**values.get(key, {}), **node} for key, node in change["properties"].items()}
        changes = {**branch["properties"]["changes"], "items": {**change, "properties": described}}
        branches[name] = {**branch, "properties": {**branch["properties"], "changes": changes}}
    # A file that says nothing yet may still become an adjustment: offer the key that makes it one.
    adjusts = {"adjusts": branches["then"]["properties"]["adjusts"]}
    branches["else"] = {**branches["else"], "properties": {**adjusts, **branches["else"]["properties"]}}
    return {**whole, **branches}


def _plain(node: Any, known: Iterable[str]) -> Any:
    """Return a schema in the plain dialect: words beside their codes, known ids offered but never required."""
    if isinstance(node, list):
        return [_plain(entry, known) for entry in node]
    if not isinstance(node, dict):
        return node
    plain = {key: _plain(value, known) for key, value in node.items() if not _dropped(key)}
    if "dependentRequired" in plain:
        plain["dependencies"] = plain.pop("dependentRequired")
    words: Mapping[str, str] = node.get("x-words", {})
    if "enum" in node and isinstance(node["enum"], list) and words:
        plain["enumDescriptions"] = [words.get(str(code), "") for code in node["enum"]]
    if isinstance(node.get("x-ref"), str) and node["x-ref"] in known:
        said = {key: plain.pop(key) for key in ("title", "description") if key in plain}
        return {**said, "anyOf": [{"$ref": f"#/definitions/{node['x-ref']}"}, plain]}
    return plain


def _dropped(key: str) -> bool:
    return key.startswith("x-") or key in ("$schema", "$id", "$defs", "unevaluatedProperties")
