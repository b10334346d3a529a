"""The fields of a matter that its page lists."""

from datetime import date
from pathlib import Path

import pytest

from generator.resolve import resolve
from generator.site.context import Site
from generator.site.facts import facts_of
from tests.small import checked

DAY = date(2024, 6, 1)


@pytest.mark.parametrize(
    ("within", "shown"), [("[other]", []), ("[villagers_committee, other]", ["村民委员会、其他"])]
)
def test_none_of_the_codes_by_itself_is_no_line(tmp_path: Path, within: str, shown: list[str]) -> None:
    mechanism = (
        "name: 护林员\nsource: law\nbasis: [{id: law, source: law}]\nform: post\nrequirement: optional\n"
        f"mandate: law\nfor: [village]\nwithin: {within}\n"
    )
    found = checked(tmp_path, {"national/mechanisms/ranger.yaml": mechanism})
    catalogue = found.catalogue
    national = resolve(catalogue, "national", DAY)
    site = Site(catalogue, {"national": national}, DAY, {})
    facts = facts_of(site, "national", national.items["mechanisms/ranger"], {})
    assert [part.words for fact in facts if fact.key == "within" for part in fact.parts] == shown
    assert "form" in [fact.key for fact in facts]
