"""X121: a place whose level is not below that of the place it stands in

What it does: compares `level` of each place, and of its changes, with the level of the place above.
Why: who may change what (FOLD F14), and whose directory a village reads, follow from the level.
Example:
    in catalog/yunnan/baoshan/longyang/xinjie/place.yaml
    - level: township
    + level: county
Use instead: nation, province, city, county, township; a county-level city is a `county`.
How to mend: correct `level`, or move the folder.
References: FOLD F14, F33; 宪法第三十条.
"""

from collections.abc import Iterator

from generator.catalogue.model import Catalogue, Place, mappings
from generator.codes import finding
from generator.findings import Finding
from generator.reading.document import Path

_LEVELS = {"nation": "全国", "province": "省级", "city": "市级", "county": "县级", "township": "乡级"}
_ORDER = tuple(_LEVELS)


def check(catalogue: Catalogue) -> Iterator[Finding]:
    """Yield a finding for each level that is not lower than that above."""
    for place in catalogue.places.values():
        upper = catalogue.places.get(place.parent) if place.parent is not None else None
        for path, level in _levels(place) if upper else ():
            if upper and level in _ORDER and _ORDER.index(level) <= _ORDER.index(upper.level):
                yield finding(
                    "X121", place.document.at(path), name=place.name, level=_LEVELS[level],
                    upper=upper.name, upper_level=_LEVELS[upper.level],
                )  # fmt: skip


def _levels(place: Place) -> Iterator[tuple[Path, str]]:
    """Yield (where it stands, level) of the place as entered and after each change."""
    yield ("level",), place.level
    for index, change in enumerate(mappings(place.data.get("changes"))):
        new = change.get("set")
        if isinstance(new, dict) and "level" in new:
            yield ("changes", index, "set", "level"), str(new["level"])
