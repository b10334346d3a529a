"""A catalogue without its broken files (FOLD F45): what they would say is marked as left out, never as unsaid."""

from collections.abc import Iterator
from dataclasses import replace

from generator.catalogue.model import Catalogue
from generator.reading.document import Document


def without(catalogue: Catalogue, broken: frozenset[str], label: str) -> Catalogue:
    """Return the catalogue without the files in `broken` (names that start with `label`).

    A place whose place.yaml is broken goes with all that stands in it: those files are left out too.
    """
    gone = {p.path for p in catalogue.places.values() if p.document.file in broken}
    places = {path: p for path, p in catalogue.places.items() if not _inside(path, gone, catalogue)}
    items = {
        name: {path: f for path, f in files.items() if path in places and f.document.file not in broken}
        for name, files in catalogue.items.items()
    }
    inside = frozenset(document.file for place, document in _files(catalogue) if place not in places)
    names = frozenset(_name(file, label) for file in broken | inside)
    misread = {
        _name(document.file, label): document for _, document in _files(catalogue) if document.file in broken
    }
    return replace(
        catalogue,
        places=places,
        sources={
            k: s for k, s in catalogue.sources.items() if s.place in places and s.document.file not in broken
        },
        items={name: files for name, files in items.items() if files},
        records={
            kind: {k: r for k, r in found.items() if r.place in places and r.document.file not in broken}
            for kind, found in catalogue.records.items()
        },
        redirects=tuple(
            r for r in catalogue.redirects if r.place in places and r.document.file not in broken
        ),
        left_out=catalogue.left_out | names,
        misread={**catalogue.misread, **misread},
    )


def _name(file: str, label: str) -> str:
    return file.removeprefix(f"{label}/").removesuffix(".yaml")


def _files(catalogue: Catalogue) -> Iterator[tuple[str, Document]]:
    """Yield (place, file) of every file."""
    yield from ((place.path, place.document) for place in catalogue.places.values())
    yield from ((source.place, source.document) for source in catalogue.sources.values())
    yield from ((f.place, f.document) for files in catalogue.items.values() for f in files.values())
    yield from ((r.place, r.document) for found in catalogue.records.values() for r in found.values())
    yield from ((redirect.place, redirect.document) for redirect in catalogue.redirects)


def _inside(path: str, gone: set[str], catalogue: Catalogue) -> bool:
    """Tell whether a place, or one it stands in, is gone or missing."""
    current: str | None = path
    while current is not None:
        if current in gone or current not in catalogue.places:
            return True
        current = catalogue.places[current].parent
    return False
