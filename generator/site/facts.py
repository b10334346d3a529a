"""The fields of a matter as its page lists them, in the order of the schema: label, words, links, documents."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from generator.catalogue.model import strings
from generator.catalogue.schema import resolved_fields
from generator.reading.document import Json
from generator.resolve.directory import Item
from generator.site.basis import BasisView, picked
from generator.site.context import Site
from generator.site.fields import in_words

Named = tuple[tuple[str, str], ...]  # (name, page path or "") of matters
# Shown elsewhere on the page, or in its headline.
_ELSEWHERE = frozenset({"name", "aliases", "basis", "notes", "conflicts"})
_UNLABELLED = frozenset(
    {"says", "do", "name", "label", "who", "content", "pattern", "bearer", "mode", "relation"}
)


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


def facts_of(
    site: Site, place: str, item: Item, bases: Mapping[str, BasisView], without: frozenset[str] = frozenset()
) -> tuple[Fact, ...]:
    """Return the fields of a matter that its page lists, without those in `without`."""
    tree, schema = item.tree(), resolved_fields(item.kind)["properties"]
    return tuple(
        Fact(
            key,
            node.get("title", key),
            tuple(_parts(site, place, node, tree[key], bases)),
            key == "procedure",
        )
        for key, node in schema.items()
        if key in tree and key not in _ELSEWHERE | without
    )


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
        yield Part("", tuple(_named(site, place, item_id) for item_id in ids), ())
    else:
        yield Part(in_words(node, value), (), ())


def _object(
    site: Site,
    place: str,
    properties: Mapping[str, Any],
    entry: Mapping[str, Json],
    bases: Mapping[str, BasisView],
) -> Part:
    said, named = [], []
    for key, node in properties.items():
        if key not in entry or key in ("id", "basis"):
            continue
        if node.get("x-ref") == "item":
            named.append(_named(site, place, str(entry[key])))
        elif key in _UNLABELLED:
            said.append(in_words(node, entry[key]))
        elif entry[key] is True:
            said.append(str(node.get("title", key)))
        else:
            said.append(f"{node.get('title', key)}：{in_words(node, entry[key])}")
    return Part("；".join(said), tuple(named), picked(bases, entry.get("basis")))


def _named(site: Site, place: str, item_id: str) -> tuple[str, str]:
    page = site.item_page(place, item_id)
    return site.item_name(place, item_id), page[1] if page else ""
