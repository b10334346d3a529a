"""X112, X113: an article whose number in a later edition of its law is not recorded

What it does: for each citation, follows the article from the edition it cites to every later edition of the source.
Why: a clerk who looks up 第三十六条 in the law in force must find what the page cites.
Use instead: `renumbered: {第三十六条: 第四十四条}` in the edition, with `rest: unchanged` where the others stayed.
How to mend: add the mapping to the source's `editions`; name an edition by its id.
References: FOLD F32.
"""

from collections.abc import Iterator

from generator.catalogue.model import Catalogue, ItemFile, mappings
from generator.codes import finding
from generator.findings import Finding
from generator.reading.document import Json
from generator.resolve.editions import Edition, citation_on, editions_of


def check(catalogue: Catalogue) -> Iterator[Finding]:
    """Yield a finding for each citation that a later edition does not map."""
    for files in catalogue.items.values():
        for file in files.values():
            yield from _file(catalogue, file)


def _file(catalogue: Catalogue, file: ItemFile) -> Iterator[Finding]:
    introduction = file.introduction()
    holders = [introduction] if introduction else []
    for mark, change in file.changes():
        new = change.get("set")
        if isinstance(new, dict):
            holders.append(((*mark, "set"), new))
    for mark, data in holders:
        for index, entry in enumerate(mappings(data.get("basis"))):
            source = catalogue.source(entry.get("source"), file.place)
            clause, edition = entry.get("clause"), entry.get("edition")
            if source is None or not isinstance(clause, str):
                continue
            where = file.document.at((*mark, "basis", index, "clause"))
            known = editions_of(source)
            if isinstance(edition, str) and edition not in {e.id for e in known}:
                yield finding("X113", where, law=source.title, edition=edition)
                continue
            for later in _after(known, edition or source.data.get("articles_as_of")):
                cited = citation_on(source, clause, str(edition) if edition else None, later.start)
                if cited.state == "unmapped":
                    yield finding("X112", where, law=source.title, edition=later.id, clause=clause)
                    break


def _after(known: tuple[Edition, ...], cited: Json) -> tuple[Edition, ...]:
    """Return the editions after the one cited: what a later edition adds has no number in an earlier one."""
    at = next((n for n, edition in enumerate(known) if edition.id == cited), len(known))
    return known[at + 1 :]
