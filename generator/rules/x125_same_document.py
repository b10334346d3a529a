"""X125: one document under two ids in one place

What it does: compares title, number (or day, where there is none) and edition of the sources of each place.
Why: what is mended in one copy stays wrong in the other, and a page counts one document as two.
Example:
    in catalog/national/sources/women-rights-law.yaml
    - title: 中华人民共和国妇女权益保障法
    + title: 中华人民共和国畜牧法
Use instead: one file a document; a later edition has its `edition`.
How to mend: keep one, and correct the references.
References: schema/sources.schema.json.
"""

from collections.abc import Iterator

from generator.catalogue.model import Catalogue
from generator.codes import finding
from generator.findings import Finding


def check(catalogue: Catalogue) -> Iterator[Finding]:
    """Yield a finding for each source that is another's second copy, the later by id."""
    seen: dict[tuple[str, str, str, str], str] = {}
    for name in sorted(catalogue.sources):
        source = catalogue.sources[name]
        day = source.number or str(source.data.get("issued") or source.data.get("reported"))
        key = (source.place, source.title, day, str(source.data.get("edition")))
        first = seen.setdefault(key, source.slug)
        if first != source.slug:
            yield finding("X125", source.document.at(("title",)), other=first)
