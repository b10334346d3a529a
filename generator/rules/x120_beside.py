"""X120: a province's file that cites a document of another province

What it does: looks at the province of every reference to a source, in all files but the nation's; the document of a
    step itself is B108's.
Why: what one province lays down says nothing of another; such a reference is mostly a slip of the path.
Example:
    in catalog/hubei/shiyan/figures/signs-removed.yaml
    - source: sign-cleanup-report
    + source: hunan/rednet-2021-01-04
Use instead: the place's own sources/; a joint document of two provinces is kept in both.
How to mend: correct the path, or add the document to the own sources/.
References: FOLD F8.
"""

import re
from collections.abc import Iterator

from generator.catalogue.model import ROOT, Catalogue, source_id
from generator.catalogue.references import references
from generator.codes import finding
from generator.findings import Finding
from generator.rules.stated import stated, texts

_ELSEWHERE = re.compile(r"^([a-z0-9-]+)/[a-z0-9/-]+$", re.M)


def check(catalogue: Catalogue) -> Iterator[Finding]:
    """Yield a finding for each reference that leaves the province."""
    provinces = {path for path in catalogue.places if "/" not in path}
    steps = {(said.file.document.file, (*said.mark, "source")) for said in stated(catalogue)}
    for entry in texts(catalogue):
        own = entry.place.partition("/")[0]
        named = {found[1] for found in _ELSEWHERE.finditer(entry.joined)} & provinces
        if own == ROOT or named <= {own, ROOT}:
            continue
        for reference in references(entry.document, entry.kind):
            if reference.target != "source" or (entry.document.file, reference.path) in steps:
                continue
            place = source_id(reference.text, entry.place).rpartition("/")[0]
            if place.partition("/")[0] not in (own, ROOT) and place in catalogue.places:
                where = entry.document.at(reference.path)
                other, here = catalogue.places[place].name, catalogue.places[entry.place].name
                yield finding("X120", where, ref=reference.text, other=other, place=here)
