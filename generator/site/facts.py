"""The fields of a matter as its page lists them, in the order of the schema: label, words, links, documents."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

from generator.catalogue.inlined import resolved_fields
from generator.catalogue.model import strings
from generator.field_words import in_words
from generator.reading.document import Json
from generator.resolve.directory import Item
from generator.site.basis import BasisView, picked
from generator.site.context import Site

Named = tuple[tuple[str, str], ...]  # (name, page path or "") of matters
# Shown elsewhere on the page, or in its headline.
_ELSEWHERE = frozenset({"name", "aliases", "basis", "notes", "conflicts"})
_UNLABELLED = frozenset(
    {"says", "do", "name", "label", "who", "content", "pattern", "bearer", "mode", "relation"}
)
# "None of the codes" tells a reader nothing, and stands in the trail alone.
_OTHER: tuple[Json, ...] = ("other", ["other"])


@dataclass(frozen=True)
class Part:
    """One line under a label."""

    words: str
    named: Named
    basis: tuple[BasisView, ...]


@dataclass(frozen=True)
class Fact:
    """A field that a document gives."""

    key: str
    label: str
    parts: tuple[Part, ...]
    ordered: bool = False
    basis: tuple[BasisView, ...] = ()  # the documents of all parts, where each names the same


def facts_of(
    site: Site, place: str, item: Item, bases: Mapping[str, BasisView], without: frozenset[str] = frozenset()
) -> tuple[Fact, ...]:
    """Return the fields of a matter that its page lists, without those in `without`."""
    tree, schema = item.tree(), resolved_fields(item.kind)["properties"]
    found = []
    for key, node in schema.items():
        if key in tree and key not in _ELSEWHERE | without and tree[key] not in _OTHER:
            parts = tuple(_parts(site, place, node, tree[key], bases))
            parts = _by_group(tree[key], parts) if key == "fields" else parts
            found.append(_fact(key, node.get("title", key), parts))
    return tuple(found)


def _fact(key: str, title: str, parts: tuple[Part, ...]) -> Fact:
    """Return a field; documents that every part names are named once."""
    shared = parts[0].basis if len(parts) > 1 and all(p.basis == parts[0].basis for p in parts) else ()
    if shared:
        parts = tuple(replace(part, basis=()) for part in parts)
    return Fact(key, title, parts, key in ("procedure", "signers"), shared)


def _by_group(fields: Json, parts: tuple[Part, ...]) -> tuple[Part, ...]:
    """Return the fields of a form, those of one part of the form together."""
    groups: dict[str, list[Part]] = {}
    entries = fields.values() if isinstance(fields, dict) else ()
    for entry, part in zip(entries, parts, strict=True):
        group = str(entry.get("group", "")) if isinstance(entry, dict) else ""
        groups.setdefault(group or f"\0{len(groups)}", []).append(part)
    return tuple(
        found[0] if group.startswith("\0") else
        Part(f"{group}：" + "、".join(part.words for part in found), (), found[0].basis)
        for group, found in groups.items()
    )  # fmt: skip


def _parts(
    site: Site, place: str, node: Mapping[str, Any], value: Json, bases: Mapping[str, BasisView]
) -> Iterator[Part]:
    if node.get("x-key") and isinstance(value, dict):
        for entry in value.values():
            if isinstance(entry, dict):
                yield _object(site, place, node["items"]["properties"], entry, bases)
    elif node.get("type") == "object" and isinstance(value, dict):
        yield _object(site, place, node["properties"], value, bases)
    elif "x-ref" in node or "x-ref" in node.get("items", {}):
        ids = strings(value) if isinstance(value, list) else (str(value),)
        yield Part("", tuple(named for item_id in ids for named in _named(site, place, item_id)), ())
    else:
        yield Part(in_words(node, value), (), ())


def _object(
    site: Site,
    place: str,
    properties: Mapping[str, Any],
    entry: Mapping[str, Json],
    bases: Mapping[str, BasisView],
) -> Part:
    said: list[str] = []
    named: list[tuple[str, str]] = []
    for key, node in properties.items():
        if key not in entry or key in ("id", "basis", "group"):
            continue
        if node.get("x-ref") == "item":
            named += _named(site, place, str(entry[key]))
        elif key == "kind" and said:
            said[-1] += f"（{in_words(node, entry[key])}）"
        elif key in _UNLABELLED:
            said.append(in_words(node, entry[key]))
        elif entry[key] is True and said:
            said[-1] += f"（{node.get('title', key)}）"
        else:
            said.append(f"{node.get('title', key)}：{in_words(node, entry[key])}")
    return Part("；".join(said), tuple(named), picked(bases, entry.get("basis")))


def _named(site: Site, place: str, item_id: str) -> Named:
    found = []
    for current in site.read_as(place, item_id):
        page = site.item_page(place, current)
        found.append((site.item_name(place, current), page[1] if page else ""))
    return tuple(found)
