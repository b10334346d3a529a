"""B108: a step, or a case, that rests on a document of a place which is not above

What it does: wants the document of each introduction, change and `continue` to be the own place's or that of a place
    above it, and one such document at least among the bases of each case.
Why: a county's list does not bind the nation, nor one province another; examples from elsewhere may stand beside a
    basis, never in its place.
Example:
    in catalog/yunnan/dali/yangbi/provisions/sign-limits.yaml
    - source: sign-clearing-2024-10-21
    + source: yunnan/baoshan/longyang/xinjie/xinfa-2016-119
Use instead: the item in the file of the place whose document it is.
How to mend: move the step to that place, or cite what this place goes by.
References: FOLD F8; 厅字〔2022〕28号 二（三）第7点.
"""

from collections.abc import Iterator

from generator.catalogue.model import Catalogue, Source, mappings, strings
from generator.codes import finding
from generator.findings import Finding
from generator.reading.document import Path
from generator.rules.stated import Stated, stated


def check(catalogue: Catalogue) -> Iterator[Finding]:
    """Yield a finding for each step or case that no document of its chain bears."""
    for said in stated(catalogue):
        for path, sources in _grounds(catalogue, said):
            above = catalogue.chain(said.file.place)
            if sources and all(source.place not in above for source in sources):
                where, other = said.file.document.at(path), catalogue.places.get(sources[0].place)
                own = catalogue.places[said.file.place].name
                yield finding(
                    "B108", where, law=sources[0].title, place=own, other=other.name if other else "?"
                )


def _grounds(catalogue: Catalogue, said: Stated) -> Iterator[tuple[Path, list[Source]]]:
    """Yield (where it stands, documents) of the step itself, of its `continue`, and of each case."""
    place, named = said.file.place, said.data.get("continue")
    if said.source is not None:
        yield (*said.mark, "source"), [said.source]
    if isinstance(named, dict):
        carried = catalogue.source(named.get("source"), place)
        yield (*said.mark, "continue", "source"), [carried] if carried else []
    bases = {str(entry.get("id")): catalogue.source(entry.get("source"), place) for _, entry in said.bases}
    for index, case in enumerate(mappings(said.fields.get("cases"))):
        found = [bases.get(name) for name in strings(case.get("basis"))]
        known = [source for source in found if source is not None]
        yield (*said.head, "cases", index, "basis"), known if len(known) == len(found) else []
