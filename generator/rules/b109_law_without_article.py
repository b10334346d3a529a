"""B109: a law or regulation cited without an article

What it does: notes each basis that is a law, an administrative or a local regulation and has no `clause`.
Why: a clerk must be able to look the rule up, and only an article can be compared with the register of laws.
Example:
    in catalog/national/tasks/work-safety-report.yaml
    -   - id: law
    -     source: work-safety-law
    -     clause: 第七十五条
    +   - id: law
    +     source: work-safety-law
Use instead: `clause: 第七十五条`.
How to mend: look the article up in the edition in force; where the text was not seen, say so under `notes`.
References: FOLD F32.
"""

from collections.abc import Iterator

from generator.catalogue.model import Catalogue
from generator.codes import finding
from generator.findings import Finding
from generator.rules.stated import stated

_WITH_ARTICLES = frozenset({"law", "administrative_regulation", "local_regulation"})


def check(catalogue: Catalogue) -> Iterator[Finding]:
    """Yield a finding for each citation of a whole law."""
    for said in stated(catalogue):
        for path, entry in said.bases:
            source = catalogue.source(entry.get("source"), said.file.place)
            if source is not None and source.kind in _WITH_ARTICLES and "clause" not in entry:
                yield finding("B109", said.file.document.at((*path, "source")), law=source.title)
