"""F108, F109: a figure that is not the number in its document, or that was reported before it was so

What it does: looks for `value` among the numbers of `as_stated`, with 万 and 亿 (F108); and compares `as_of` with the
    day of the document (F109). Numbers in Chinese characters are not read.
Why: 意见三（二）: burden is watched by its figures; a figure must be found again in the report, as it is there.
Example:
    in catalog/henan/zhengzhou/erqi/figures/urban-community-duties.yaml
    -   as_stated: 58项
    +   as_stated: 85项
    in catalog/shaanxi/shangluo/zhashui/figures/signs-cleared.yaml
    - as_of: "2024-06"
    + as_of: "2024-07"
Use instead: `{value: 15000, as_stated: 1.5万块}`; 300余块 has the value 300; 三四十块 has none.
How to mend: copy the words of the report, then the number in them.
References: 厅字〔2022〕28号 三（二）.
"""

import re
from collections.abc import Iterator

from generator.catalogue.model import Catalogue, Record, date_of
from generator.codes import finding
from generator.findings import Finding

_NUMBER = re.compile(r"(\d[\d,]*(?:\.\d+)?)\s*(万|亿)?")
_TIMES = {"": 1, "万": 10_000, "亿": 100_000_000}


def check(catalogue: Catalogue) -> Iterator[Finding]:
    """Yield a finding for each figure that is not as stated, or later than its document."""
    for record in catalogue.records.get("figures", {}).values():
        for side in ("before", "after"):
            yield from _unlike(record, side)
        source, as_of = catalogue.source(record.source, record.place), date_of(record.data.get("as_of"))
        day = (source.reported or source.issued) if source is not None else None
        if source is not None and as_of is not None and day is not None and as_of.first > day.last:
            yield finding("F109", record.document.at(("as_of",)), as_of=as_of.text, day=day.text)


def _unlike(record: Record, side: str) -> Iterator[Finding]:
    given = record.data.get(side)
    value, stated = (given.get("value"), given.get("as_stated")) if isinstance(given, dict) else (None, None)
    if not isinstance(value, int | float) or isinstance(value, bool) or not isinstance(stated, str):
        return
    numbers = [float(n.replace(",", "")) * _TIMES[unit] for n, unit in _NUMBER.findall(stated)]
    if numbers and not any(abs(number - value) < 0.01 for number in numbers):
        yield finding("F108", record.document.at((side, "value")), value=value, stated=stated)
