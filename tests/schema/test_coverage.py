"""Every allowed word, required key and pattern of the schemas has a good sample and a bad one, wrong for one reason."""

import pytest

from generator.catalogue.one_file import check_document
from generator.catalogue.schema import schemas
from generator.findings import in_order
from tests.schema.facets import all_facets
from tests.schema.samples import bad, good, read

NAMES = sorted(schemas())


@pytest.mark.parametrize("name", NAMES)
def test_every_facet_has_a_good_sample(name: str) -> None:
    samples = good()
    facets = [facet for facet in all_facets() if facet.where[0] == name]
    assert facets
    assert [str(facet) for facet in facets if facet not in samples] == [], "add it to tests/schema/made_up.py"
    for facet in facets:
        sample = samples[facet]
        found = check_document(read(sample.value, sample.file), sample.kind)
        assert found == [], (str(facet), [f"{f.position} {f.code} {f.message.zh}" for f in found])


@pytest.mark.parametrize("name", NAMES)
def test_one_edit_of_it_is_wrong_for_one_reason_at_its_place(name: str) -> None:
    for facet, sample in good().items():
        if facet.where[0] != name:
            continue
        edited = bad(sample)
        document = edited.document
        where = document.key_at(edited.path) if edited.at_key else document.at(edited.path)
        found = in_order(check_document(document, sample.kind))  # said once, however many keys want it
        told = [(f.code, f.position) for f in found]
        assert told == [(edited.code, where)], (
            str(facet),
            [f"{f.position} {f.code} {f.message.zh}" for f in found],
        )
