"""X112, X113, X135: an article whose number in a later edition of its law is not recorded

What it does: for each citation (of a basis, a conflict, a step), follows the article from the edition it cites to every
    later edition of the source; where the source has editions, wants to know which one is cited.
Why: a clerk who looks up 第三十六条 in the law in force must find what the page cites.
Use instead: `renumbered: {第三十六条: 第四十四条}` in the edition, with `rest: unchanged` where the others stayed.
How to mend: add the mapping to the source's `editions`; name an edition by its id, for all citations in the source's
    `articles_as_of`.
References: FOLD F32.
"""

from collections.abc import Iterator

from generator.catalogue.model import Catalogue, ItemFile, mappings
from generator.catalogue.register import cited_articles
from generator.codes import finding
from generator.findings import Finding
from generator.reading.document import Json, Path
from generator.resolve.editions import Edition, citation_on, editions_of


def check(catalogue: Catalogue) -> Iterator[Finding]:
    """Yield a finding for each citation that a later edition does not map."""
    for files in catalogue.items.values():
        for file in files.values():
            yield from _file(catalogue, file)


def _file(catalogue: Catalogue, file: ItemFile) -> Iterator[Finding]:
    for mark, entry in _citations(file):
        source = catalogue.source(entry.get("source"), file.place)
        clause, edition = entry.get("clause"), entry.get("edition")
        if source is None or not isinstance(clause, str):
            continue
        where = file.document.at((*mark, "clause"))
        known = editions_of(source)
        if isinstance(edition, str) and edition not in {e.id for e in known}:
            yield finding("X113", where, law=source.title, edition=edition)
            continue
        named = edition or source.data.get("articles_as_of")
        if known and named is None and cited_articles(clause):
            yield finding("X135", where, law=source.title, clause=clause)
        for later in _after(known, named):
            cited = citation_on(source, clause, str(edition) if edition else None, later.start)
            if cited.state == "unmapped":
                yield finding("X112", where, law=source.title, edition=later.id, clause=clause)
                break


def _citations(file: ItemFile) -> Iterator[tuple[Path, dict[str, Json]]]:
    """Yield (mark, mapping) of whatever names a source and a clause: steps, bases, conflicts, a `continue`."""
    introduction = file.introduction()
    for mark, step in [*([introduction] if introduction else []), *file.changes()]:
        yield mark, step
        for key in ("continue", "joins"):
            inner = step.get(key)
            if isinstance(inner, dict):
                yield (*mark, key), inner
        new = step.get("set")
        for holder, data in ((mark, step), ((*mark, "set"), new if isinstance(new, dict) else {})):
            for key in ("basis", "conflicts"):
                for index, entry in enumerate(mappings(data.get(key))):
                    yield (*holder, key, index), entry


def _after(known: tuple[Edition, ...], cited: Json) -> tuple[Edition, ...]:
    """Return the editions after the one cited: what a later edition adds has no number in an earlier one."""
    at = next((n for n, edition in enumerate(known) if edition.id == cited), len(known))
    return known[at + 1 :]
