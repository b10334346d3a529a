"""Dates as documents give them: a day, a month or a year (FOLD F1).

A year or month stands for its first day in comparisons and is shown as written. `on` inside an imprecise bound
makes what rests on it uncertain.
"""

import calendar
from dataclasses import dataclass
from datetime import date, timedelta


@dataclass(frozen=True)
class PartialDate:
    """A date as written: `text` is "2020", "2020-12" or "2020-12-11"; `first` and `last` are its days."""

    text: str
    first: date
    last: date

    @property
    def exact(self) -> bool:
        """Tell whether the date names one day."""
        return self.first == self.last

    def blurs(self, day: date) -> bool:
        """Tell whether `day` falls inside this date and the date is not exact."""
        return not self.exact and self.first <= day <= self.last

    @property
    def settled(self) -> date:
        """Return the first day on which nothing about this date is uncertain."""
        return self.first if self.exact or self.last == date.max else self.last + timedelta(days=1)


def parse(text: str) -> PartialDate | None:
    """Read "YYYY", "YYYY-MM" or "YYYY-MM-DD"; None when there is no such day (2024-02-30, year 0)."""
    if not (text.isascii() and text.replace("-", "").isdigit()):
        return None
    parts = text.split("-")
    if [len(p) for p in parts] not in ([4], [4, 2], [4, 2, 2]):
        return None
    try:
        year, *rest = (int(p) for p in parts)
        if not rest:
            return PartialDate(text, date(year, 1, 1), date(year, 12, 31))
        month = rest[0]
        if len(rest) == 1:
            return PartialDate(
                text, date(year, month, 1), date(year, month, calendar.monthrange(year, month)[1])
            )
        day = date(year, month, rest[1])
    except (ValueError, IndexError):
        return None
    return PartialDate(text, day, day)


def chinese(text: str) -> str:
    """Write a date the way Chinese pages do: "2020-12-01" -> 2020年12月1日; other text comes back unchanged."""
    if parse(text) is None:
        return text
    return "".join(
        f"{int(part)}{unit}" for part, unit in zip(text.split("-"), ("年", "月", "日"), strict=False)
    )
