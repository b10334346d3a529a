"""X114, X115: a citation that the register of laws cannot bear, and laws seen too long ago

What it does: looks every article cited of a registered law up in the register (national/registers/), by the number of
    the law's articles; and notes laws and regulations whose text was last seen before the register.
Why: a wrong article sends a clerk to a rule that says something else.
Example:
    in catalog/national/tasks/village-rules.yaml
    - clause: 第三十一条
    + clause: 第五十一条
Use instead: the number in the edition in force, or `edition` for an older one.
How to mend: look the article up in the text in force.
References: FOLD F32.
"""

from collections.abc import Iterator

from generator.catalogue.model import Catalogue, ItemFile, Source, mappings
from generator.catalogue.register import cited_articles, statutes
from generator.codes import finding
from generator.findings import Finding
from generator.reading.document import Path

_GONE = frozenset({"repealed", "superseded"})
_OF_LAW = frozenset({"law", "administrative_regulation"})


def check(catalogue: Catalogue) -> Iterator[Finding]:
    """Yield a finding for each article that its law does not have, a note for each law seen before the register."""
    for files in catalogue.items.values():
        for file in files.values():
            yield from _file(catalogue, file)
    seen = max((str(r.data["seen_on"]) for r in catalogue.records.get("registers", {}).values()), default="")
    for source in catalogue.sources.values():
        old = str(source.data.get("seen_on") or "")
        if (
            source.kind in _OF_LAW
            and old
            and old < seen[: len(old)]
            and source.data.get("status") not in _GONE
        ):
            yield finding("X115", source.document.at(("seen_on",)), law=source.title, seen=old)


def _file(catalogue: Catalogue, file: ItemFile) -> Iterator[Finding]:
    for source, clause, path in citations(catalogue, file):
        statute = statutes(catalogue).get(source.title)
        if statute is None or source.data.get("status") in _GONE:
            continue
        for article, number in cited_articles(clause):
            if statute.articles is not None and number > statute.articles:
                where = file.document.at(path)
                yield finding("X114", where, law=source.title, article=article, count=statute.articles)


def citations(catalogue: Catalogue, file: ItemFile) -> Iterator[tuple[Source, str, Path]]:
    """Yield (source, clause, place in the file) of what an item file cites: its steps' documents and its bases."""
    introduction = file.introduction()
    holders = [introduction] if introduction else []
    holders += list(file.changes())
    for mark, data in holders:
        new = data.get("set")
        fields = new if isinstance(new, dict) else data
        head = (*mark, "set") if isinstance(new, dict) else mark
        found = [(data, mark)]
        found += [(entry, (*head, "basis", n)) for n, entry in enumerate(mappings(fields.get("basis")))]
        for entry, path in found:
            source, clause = catalogue.source(entry.get("source"), file.place), entry.get("clause")
            if source is not None and isinstance(clause, str):
                yield source, clause, (*path, "clause")
