"""What follows only from a file that was left out is not said (FOLD F45): all files of a kind at once, on real data."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from generator.catalogue import without
from generator.catalogue.model import FOLDING_KINDS, RECORD_KINDS, Catalogue
from generator.reading.document import Document
from generator.rules import RULES
from tests.rules.edits import already, real
from tests.small import checked, told


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


def test_what_names_a_file_of_a_broken_place_is_not_told(tmp_path: Path) -> None:
    files = {
        "hubei/place.yaml": "name: 甲省\n",
        "hubei/tasks/a.yaml": "name: 甲事\nsource: local\nverdict: optional\n",
        "hubei/lists/l.yaml": "title: 清单\nkind: tasks\nsource: local\nbodies: [village]\npolarity: excludes\n"
        "complete: false\n",
        "national/provisions/p.yaml": "name: 规定\nsource: notice\ntopic: names\ntext: 某。\n"
        "reaches: {items: [tasks/a], lists: [hubei/l]}\n"
        "conflicts: [{id: b, source: hubei/local, says: 另一种说法}]\n",
    }  # fmt: skip
    assert told(checked(tmp_path, files)) == ["hubei/place.yaml:1:1 S103 error"]
