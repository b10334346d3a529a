"""What follows only from a file that was left out is not said (FOLD F45): all files of a kind at once, on real data."""

from collections.abc import Iterator

import pytest

from generator.catalogue import without
from generator.catalogue.model import FOLDING_KINDS, RECORD_KINDS, Catalogue
from generator.reading.document import Document
from generator.rules import RULES
from tests.rules.edits import already, real


def of_kind(catalogue: Catalogue, kind: str) -> Iterator[Document]:
    if kind == "sources":
        yield from (source.document for source in catalogue.sources.values())
    yield from (f.document for files in catalogue.items.values() for f in files.values() if f.kind == kind)
    yield from (record.document for record in catalogue.records.get(kind, {}).values())


@pytest.mark.parametrize("kind", [*FOLDING_KINDS, *RECORD_KINDS, "sources"])
def test_the_rules_say_nothing_more_without_the_files_of_a_kind(kind: str) -> None:
    broken = frozenset(document.file for document in of_kind(real(), kind))
    assert broken
    rest = without(real(), broken, "catalog")
    found = [f for rule in RULES for f in rule.check(rest)]
    known = already()
    assert [f for f in found if (f.code, f"{f.position.file} {f.message.zh}") not in known] == []
