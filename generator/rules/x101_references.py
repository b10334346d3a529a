"""X101 to X103: a reference to a source, item or place that does not exist.

What it does: looks up every `source`, `adopted_by`, `item`, `adjusts` and `joins.place`.
Why: a value without its document cannot be shown to anybody.
Example: `source: min-2020-23` where sources/ has only min-2020-32.
Use instead: the slug of a file in the own place's sources/, or `place/slug` for another's.
"""

from collections.abc import Iterator

from generator.catalogue.model import Catalogue, source_id
from generator.catalogue.validate import guess
from generator.codes import finding
from generator.findings import Finding
from generator.reading.document import Document, Path


def check(catalogue: Catalogue) -> Iterator[Finding]:
    """Yield a finding for each dangling reference."""
    for place in catalogue.places.values():
        yield from _document(catalogue, place.document, place.path)
    for files in catalogue.items.values():
        for file in files.values():
            yield from _document(catalogue, file.document, file.place)
    for listed in catalogue.lists.values():
        yield from _document(catalogue, listed.document, listed.place)


def _document(catalogue: Catalogue, document: Document, place: str) -> Iterator[Finding]:
    for path in document.values:
        value = document.get(path)
        if isinstance(value, str):
            yield from _reference(catalogue, document, place, path, value)


def _reference(
    catalogue: Catalogue, document: Document, place: str, path: Path, value: str
) -> Iterator[Finding]:
    where = document.at(path)
    if path[-1:] in (("source",), ("adopted_by",)):
        if source_id(value, place) in catalogue.sources or catalogue.lacks(
            "{}/sources/{}".format(*_split(value, place))
        ):
            return
        known = [s.slug if s.place == place else s.id for s in catalogue.sources.values()]
        yield finding("X101", where, ref=value, **guess(value, known))
    elif path[-1:] == ("item",) or (len(path) > 1 and path[-2] == "items" and "reaches" in path):
        if value not in catalogue.items and not catalogue.lacks(value):
            yield finding("X102", where, ref=value, **guess(value, list(catalogue.items)))
    elif (path == ("adjusts",) or path[-2:] == ("joins", "place")) and value not in catalogue.places:
        yield finding("X103", where, ref=value)


def _split(reference: str, place: str) -> tuple[str, str]:
    holder, _, slug = source_id(reference, place).rpartition("/")
    return holder, slug
