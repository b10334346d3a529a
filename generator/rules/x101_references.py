"""X101, X102, X103, X110: a reference to a source, item, place or list that does not exist

What it does: looks up every value that the schema marks as a reference (`source`, `item`, `adjusts`, `replaced_by`, …).
Why: a value without its document cannot be shown to anybody.
Example:
    in catalog/hubei/lists/proofs-excluded-1.yaml
    - source: min-2020-32
    + source: min-2020-23
Use instead: the slug of a file in the own place's sources/, or `place/slug` for another's.
How to mend: correct the reference, or add the file.
References: FOLD F12.
"""

from collections.abc import Iterator

from generator.catalogue.model import Catalogue, source_id
from generator.catalogue.references import Reference, references
from generator.catalogue.schema_findings import guess
from generator.codes import finding
from generator.findings import Finding
from generator.reading.document import Document


def check(catalogue: Catalogue) -> Iterator[Finding]:
    """Yield a finding for each dangling reference."""
    for document, kind, place in _documents(catalogue):
        for reference in references(document, kind):
            yield from _dangling(catalogue, document, place, reference)


def _documents(catalogue: Catalogue) -> Iterator[tuple[Document, str, str]]:
    """Yield (document, kind, place) of every file that may refer to others."""
    for place in catalogue.places.values():
        yield place.document, "place", place.path
    for source in catalogue.sources.values():
        yield source.document, "sources", source.place
    for files in catalogue.items.values():
        for file in files.values():
            yield file.document, file.kind, file.place
    for records in catalogue.records.values():
        for record in records.values():
            yield record.document, record.kind, record.place
    for document, holder in {id(r.document): (r.document, r.place) for r in catalogue.redirects}.values():
        yield document, "redirects", holder


def _dangling(
    catalogue: Catalogue, document: Document, place: str, reference: Reference
) -> Iterator[Finding]:
    text, where = reference.text, document.at(reference.path)
    full = source_id(text, place)
    holder, _, slug = full.rpartition("/")
    if reference.target == "source" and full not in catalogue.sources:
        if not catalogue.lacks_source(text, place):
            known = [s.slug if s.place == place else s.id for s in catalogue.sources.values()]
            yield finding("X101", where, ref=text, **guess(text, known))
    elif reference.target == "item" and text not in catalogue.items and not catalogue.lacks(text):
        yield finding("X102", where, ref=text, **guess(text, list(catalogue.items)))
    elif (
        reference.target == "place" and text not in catalogue.places and not catalogue.lacks(f"{text}/place")
    ):
        yield finding("X103", where, ref=text, **guess(text, list(catalogue.places)))
    elif (
        reference.target == "list"
        and full not in catalogue.lists
        and not catalogue.lacks(f"{holder}/lists/{slug}")
    ):
        yield finding("X110", where, ref=text, **guess(text, list(catalogue.lists)))
