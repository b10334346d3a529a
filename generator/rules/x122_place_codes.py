"""X122, X128: a place's code that does not fit its level or the place above, and one code for two places

What it does: wants `code_system` with each code; the digits of a province first in every code below it, those of a city
    first in its counties' and townships' codes (a note: 省直辖 and development areas are exceptions), zeros where the
    level has none of its own; and each code once.
Why: codes order the pages and join the directory with the statistics; a wrong digit is another place.
Example:
    in catalog/hubei/huangshi/daye/place.yaml
    - code: "420281"
    + code: "430281"
    in catalog/hubei/huangshi/daye/place.yaml
    - code: "420281"
    + code: "420200"
Use instead: six digits (nine for a township), in quotation marks, with the name and year of the code's table.
How to mend: look the code up in the table that `code_system` names.
References: GB/T 2260; 统计用区划代码和城乡划分代码编制规则.
"""

from collections.abc import Iterator

from generator.catalogue.model import Catalogue, Place
from generator.codes import finding
from generator.findings import Finding, Severity

_SHARED = {"province": 2, "city": 4, "county": 6}  # digits that places below begin with


def check(catalogue: Catalogue) -> Iterator[Finding]:
    """Yield the findings about each place's code."""
    first: dict[str, Place] = {}
    for path in sorted(catalogue.places):
        place = catalogue.places[path]
        if place.code is None:
            continue
        other = first.setdefault(place.code, place)
        if other is not place:
            yield finding("X128", place.document.at(("code",)), digits=place.code, other=other.name)
        else:
            yield from _judged(catalogue, place, place.code)


def _judged(catalogue: Catalogue, place: Place, code: str) -> Iterator[Finding]:
    if "code_system" not in place.data:
        yield _told(
            place, code, "没有写是哪一套、哪一年的", "of no table", "补上 code_system", "add `code_system`"
        )
    upper = catalogue.places.get(place.parent or "")
    while upper is not None and (upper.code is None or upper.level not in _SHARED):
        upper = catalogue.places.get(upper.parent or "")
    digits = _SHARED[upper.level] if upper else 0
    if upper and upper.code and code[:digits] != upper.code[:digits]:
        yield _told(
            place, code, f"开头与{upper.name}的 {upper.code[:digits]} 不同", f"not of {upper.name}",
            "核对代码；本来就是例外的不改", "check the code", None if upper.level == "province" else Severity.NOTE,
        )  # fmt: skip
    elif not _fits(place.level, code):
        yield _told(place, code, "与级别不合", "not of its level", "核对代码和 level", "check code and level")


def _fits(level: str, code: str) -> bool:
    """Tell whether a code has digits where its level has them, and zeros where it has none."""
    if level == "township":
        return len(code) == 9
    province, city, county = code[:2] != "00", code[2:4] != "00", code[4:] != "00"
    wanted = {"province": (True, False, False), "city": (True, True, False), "county": (True, True, True)}
    return (province, city, county) == wanted.get(level)


def _told(
    place: Place, code: str, zh: str, en: str, cure: str, cure_en: str, severity: Severity | None = None
) -> Finding:
    where = place.document.at(("code",))
    return finding(
        "X122", where, severity=severity, digits=code, problem=zh, problem_en=en, cure=cure, cure_en=cure_en
    )
