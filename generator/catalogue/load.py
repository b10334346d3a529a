"""Documents to a Catalogue: sort files by place and kind, check each against its schema, leave broken ones out."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from generator.catalogue.model import (
    FOLDING_KINDS,
    ROOT,
    Catalogue,
    ItemFile,
    OfficialList,
    Place,
    Source,
    date_of,
    text_of,
)  # fmt: skip
from generator.catalogue.schema import partial_validator
from generator.catalogue.validate import check_value, validate
from generator.codes import finding
from generator.findings import Finding, Position, broken_files
from generator.reading.document import Document

_KINDS = frozenset({*FOLDING_KINDS, "sources", "lists"})


@dataclass
class _Sorted:
    places: dict[str, Place] = field(default_factory=dict)
    sources: dict[str, Source] = field(default_factory=dict)
    items: dict[str, dict[str, ItemFile]] = field(default_factory=dict)
    lists: dict[str, OfficialList] = field(default_factory=dict)


def load_catalogue(
    documents: Iterable[Document], label: str, unread: frozenset[str] = frozenset()
) -> tuple[Catalogue, list[Finding]]:
    """Return the catalogue of the documents that pass their schema, and the findings about all of them.

    `label` is the name of the catalogue's folder at the head of every file name; `unread` are the files that gave
    no document.
    """
    findings: list[Finding] = []
    placed: list[tuple[Document, str, str, str]] = []
    for document in documents:
        parts = document.file.removeprefix(f"{label}/").split("/")
        kind, place = _kind_and_place(parts)
        if kind is None:
            findings.append(finding("X104", Position(document.file)))
            continue
        findings += validate(document, kind)
        findings += _change_findings(document, kind)
        placed.append((document, kind, place, parts[-1].removesuffix(".yaml")))
    findings += _missing_places(placed, label)
    broken = broken_files(findings)
    sorted_ = _Sorted()
    for document, kind, place, slug in placed:
        if document.file not in broken:
            _sort(sorted_, document, kind, place, slug)
    names = frozenset(f.removeprefix(f"{label}/").removesuffix(".yaml") for f in broken | unread)
    return Catalogue(sorted_.places, sorted_.sources, sorted_.items, sorted_.lists, names), findings


def _kind_and_place(parts: list[str]) -> tuple[str | None, str]:
    if parts[-1] == "place.yaml" and len(parts) > 1:
        return "place", "/".join(parts[:-1])
    if len(parts) > 2 and parts[-2] in _KINDS:
        return parts[-2], "/".join(parts[:-2])
    return None, ""


def _change_findings(document: Document, kind: str) -> list[Finding]:
    if kind not in FOLDING_KINDS:
        return []
    found: list[Finding] = []
    file = ItemFile("", kind, "", "", None, document)
    for path, change in file.changes():
        for key in ("set", "add", "remove", "was"):
            if key in change:
                found += check_value(document, (*path, key), partial_validator(kind))
        if not set(change) & _VERBS:
            found.append(finding("I110", document.at(path)))
        elif "source" not in change and "keep" not in change:
            found.append(finding("I109", document.at(path)))
    return found


_VERBS = frozenset({"set", "unset", "add", "remove", "withdraw", "restore", "keep", "adopt", "continue"})


def _missing_places(placed: list[tuple[Document, str, str, str]], label: str) -> list[Finding]:
    have = {place for _, kind, place, _ in placed if kind == "place"}
    wanted: set[str] = {ROOT}
    for _, _, place, _ in placed:
        parts = place.split("/")
        wanted |= {"/".join(parts[:count]) for count in range(1, len(parts) + 1)}
    return [finding("X109", Position(f"{label}/{path}/place.yaml")) for path in sorted(wanted - have)]


def _sort(into: _Sorted, document: Document, kind: str, place: str, slug: str) -> None:
    data = document.value if isinstance(document.value, dict) else {}
    if kind == "place":
        parent = None if place == ROOT else (place.rpartition("/")[0] or ROOT)
        name = str(data["name"])
        into.places[place] = Place(
            place, parent, name, str(data.get("short", name)), str(data["level"]),
            text_of(data.get("code")), data, document,
        )  # fmt: skip
    elif kind == "sources":
        into.sources[f"{place}/{slug}"] = Source(
            f"{place}/{slug}", place, slug, str(data["title"]), str(data["kind"]), text_of(data.get("number")),
            date_of(data.get("in_force")), date_of(data.get("issued")), date_of(data.get("reported")),
            date_of(data.get("until")), data, document,
        )  # fmt: skip
    elif kind == "lists":
        into.lists[f"{place}/{slug}"] = OfficialList(
            f"{place}/{slug}", place, slug, str(data["source"]), data, document
        )
    else:
        item = ItemFile(f"{kind}/{slug}", kind, slug, place, text_of(data.get("adjusts")), document)
        into.items.setdefault(item.id, {})[place] = item
