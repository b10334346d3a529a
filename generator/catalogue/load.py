"""Documents to a Catalogue: sort files by place and kind, check each against its schema, leave broken ones out."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

from generator.catalogue.leave_out import without
from generator.catalogue.model import (
    FOLDING_KINDS,
    RECORD_KINDS,
    ROOT,
    Catalogue,
    ItemFile,
    Place,
    Record,
    Redirect,
    Source,
    date_of,
    mappings,
    strings,
    text_of,
)
from generator.catalogue.one_file import check_document
from generator.codes import finding
from generator.findings import Finding, Position, broken_files
from generator.reading.document import Document, Json

_KINDS = frozenset({*FOLDING_KINDS, *RECORD_KINDS, "sources"})
_AT_TOP = ("place", "redirects")  # one file of each in a place's own folder


@dataclass
class _Sorted:
    places: dict[str, Place] = field(default_factory=dict)
    sources: dict[str, Source] = field(default_factory=dict)
    items: dict[str, dict[str, ItemFile]] = field(default_factory=dict)
    records: dict[str, dict[str, Record]] = field(default_factory=dict)
    redirects: list[Redirect] = field(default_factory=list)


def check_each(documents: list[tuple[Document, str]]) -> list[Finding]:
    """Return the findings about files by themselves, given with their kinds."""
    return [found for document, kind in documents for found in check_document(document, kind)]


def load_catalogue(
    documents: Iterable[Document],
    label: str,
    unread: frozenset[str] = frozenset(),
    check: Callable[[list[tuple[Document, str]]], list[Finding]] = check_each,
) -> tuple[Catalogue, list[Finding]]:
    """Return the catalogue of the documents that pass their schema, and the findings about all of them.

    `label` is the name of the catalogue's folder at the head of every file name; `unread` are the files that gave
    no document. `check` takes the place of `check_each`, with the same findings.
    """
    findings: list[Finding] = []
    placed: list[tuple[Document, str, str, str]] = []
    for document in documents:
        parts = document.file.removeprefix(f"{label}/").split("/")
        kind, place = _kind_and_place(parts)
        if kind is None:
            findings.append(finding("X104", Position(document.file)))
            continue
        placed.append((document, kind, place, parts[-1].removesuffix(".yaml")))
    findings += check([(document, kind) for document, kind, _, _ in placed])
    findings += [f for f in _missing_places(placed, label) if f.position.file not in unread]
    broken = broken_files(findings)
    sorted_ = _Sorted()
    for document, kind, place, slug in placed:
        if document.file not in broken:
            _sort(sorted_, document, kind, place, slug)
    names = frozenset(f.removeprefix(f"{label}/").removesuffix(".yaml") for f in broken | unread)
    redirects = tuple(sorted(sorted_.redirects, key=lambda r: (r.start.first, r.place, r.item)))
    misread = {
        document.file.removeprefix(f"{label}/").removesuffix(".yaml"): document
        for document, *_ in placed
        if document.file in broken
    }
    loaded = Catalogue(
        sorted_.places, sorted_.sources, sorted_.items, sorted_.records, redirects, names, misread
    )
    return without(
        loaded, broken, label
    ), findings  # a place whose own file is broken or missing goes with all in it


def _kind_and_place(parts: list[str]) -> tuple[str | None, str]:
    stem = parts[-1].removesuffix(".yaml")
    if stem in _AT_TOP and len(parts) > 1 and parts[-2] not in _KINDS:
        return stem, "/".join(parts[:-1])
    if len(parts) > 2 and parts[-2] in _KINDS:
        return parts[-2], "/".join(parts[:-2])
    return None, ""


def _missing_places(placed: list[tuple[Document, str, str, str]], label: str) -> list[Finding]:
    have = {place for _, kind, place, _ in placed if kind == "place"}
    wanted: set[str] = {ROOT}
    for _, _, place, _ in placed:
        parts = place.split("/")
        wanted |= {"/".join(parts[:count]) for count in range(1, len(parts) + 1)}
    return [finding("X109", Position(f"{label}/{path}/place.yaml")) for path in sorted(wanted - have)]


def _sort(into: _Sorted, document: Document, kind: str, place: str, slug: str) -> None:
    data = document.value if isinstance(document.value, dict) else {}
    name = f"{place}/{slug}"
    if kind == "place":
        into.places[place] = _place(document, data, place)
    elif kind == "sources":
        into.sources[name] = Source(
            name, place, slug, str(data["title"]), str(data["kind"]), text_of(data.get("number")),
            date_of(data.get("in_force")), date_of(data.get("issued")), date_of(data.get("reported")),
            date_of(data.get("until")), data, document,
        )  # fmt: skip
    elif kind in RECORD_KINDS:
        into.records.setdefault(kind, {})[name] = Record(name, kind, place, slug, data, document)
    elif kind == "redirects":
        into.redirects += _redirects(document, data, place)
    else:
        item = ItemFile(f"{kind}/{slug}", kind, slug, place, text_of(data.get("adjusts")), document)
        into.items.setdefault(item.id, {})[place] = item


def _place(document: Document, data: dict[str, Json], path: str) -> Place:
    parent = None if path == ROOT else (path.rpartition("/")[0] or ROOT)
    name, ended = str(data["name"]), data.get("ended")
    return Place(
        path, parent, name, str(data.get("short", name)), str(data["level"]), text_of(data.get("code")),
        date_of(data.get("from")), date_of(ended.get("on")) if isinstance(ended, dict) else None, data, document,
    )  # fmt: skip


def _redirects(document: Document, data: dict[str, Json], place: str) -> list[Redirect]:
    found = []
    for index, entry in enumerate(mappings(data.get("redirects"))):
        start = date_of(entry.get("from"))
        if start is not None:
            mark = ("redirects", index)
            found.append(
                Redirect(place, str(entry["item"]), strings(entry["to"]), start, entry, document, mark)
            )
    return found
