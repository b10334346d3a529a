"""G107: another place's layout shown as one's own

What it does: wants `reference: true` in a layout none of whose documents is of the sign's own place or of one
    above it: another place's, one whose place is not stated, and in the nation's files a local document, a
    report or a guide.
Why: the nation has laid down no size; a village that copies a county's plaque as the rule may have to take it
    down.
Example:
    in catalog/national/signs/supervision-committee.yaml
    -     reference: true
Use instead: `reference: true`, shown as 只作参考.
How to mend: add it; or put the layout into the file of the place whose document it is.
References: 厅字〔2022〕28号 二（二）第6点 (省级统一规定); FOLD F8.
"""

from collections.abc import Iterator

from generator.catalogue.model import ROOT, Catalogue, Source, strings
from generator.codes import finding
from generator.findings import Finding
from generator.rules.cases import NO_RULE
from generator.rules.sign_steps import Said, signs_of


def check(catalogue: Catalogue) -> Iterator[Finding]:
    """Yield a finding for each layout after another place's document that does not say so."""
    for said in signs_of(catalogue):
        for index, layout in said.entries("layouts"):
            sources = _sources(catalogue, said, strings(layout.get("basis")))
            if sources and "reference" not in layout and not any(_own(catalogue, said, s) for s in sources):
                yield finding("G107", said.at("layouts", index, "id"), title=sources[0].title)


def _sources(catalogue: Catalogue, said: Said, names: tuple[str, ...]) -> list[Source]:
    """Return the documents of a layout's bases that its own step gives."""
    found = []
    for _, entry in said.entries("basis"):
        source = catalogue.source(entry.get("source"), said.step.file.place)
        if source is not None and entry.get("id") in names:
            found.append(source)
    return found


def _own(catalogue: Catalogue, said: Said, source: Source) -> bool:
    """Tell whether a document speaks for the sign's place."""
    if source.place not in catalogue.chain(said.step.at) or "place_unstated" in source.data:
        return False
    return source.place != ROOT or not (source.kind.startswith("local_") or source.kind in NO_RULE)
