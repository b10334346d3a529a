"""Golden resolved lists: what a place's directory says, one item a line. Accept a change with the command printed."""

import sys
from datetime import date
from pathlib import Path

import pytest

from generator.check import check_catalogue
from generator.resolve import resolve

ROOT = Path(__file__).parents[1]
GOLDEN = ROOT / "tests" / "golden"
PLACES = ("national", "hubei", "shanxi", "ningxia", "beijing")
DAY = date(2026, 11, 24)
CATALOGUE = check_catalogue(ROOT / "catalog").catalogue


def listed(place: str) -> str:
    directory = resolve(CATALOGUE, place, DAY)
    lines = [
        " ".join(
            part
            for part in (item.id, item.introduced_by, str(item.get("cases.default.verdict") or ""), item.name)
            if part
        )
        for item in directory.items.values()
    ]
    return "\n".join(lines) + "\n"


@pytest.mark.parametrize("place", PLACES)
def test_the_directory_is_as_accepted(place: str) -> None:
    accepted = (GOLDEN / f"{place}.txt").read_text("utf-8")
    assert listed(place) == accepted, "if this is meant: python -m tests.test_golden"


if __name__ == "__main__":
    for name in PLACES:
        (GOLDEN / f"{name}.txt").write_text(listed(name), "utf-8")
        print(f"accepted {name}", file=sys.stderr)
