"""What a number of a workbook says in its format: a date as precise as it is shown, a code with its zeros.

The built-in formats 27 to 36 and 50 to 58 are dates in Chinese Excel (ISO/IEC 29500-1, 18.8.30, zh-cn); a
library made for English ones reads them as plain numbers.
"""

import re
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import cache

_BUILT_IN = {
    **dict.fromkeys((14, 15, 31), "yyyy-m-d"), 16: "d-mmm", 17: "mmm-yy", 22: "yyyy-m-d h:mm",
    **dict.fromkeys((18, 19, 20, 21, 32, 33, 34, 35, 45, 46, 47, 55, 56), "h:mm"),
    **dict.fromkeys((27, 36, 50, 52, 57), "yyyy-m"), **dict.fromkeys((28, 29, 51, 53, 54, 58), "m-d"),
    30: "m-d-yy",
}  # fmt: skip
_NOT_SHOWN = re.compile(r'"[^"]*"|\[[^\]]*\]|\\.|_.|\*.')
NUMBER = re.compile(r"[-+]?(\d+\.?\d*|\.\d+)([eE][-+]?\d{1,3})?", re.ASCII)
LAST_DAY = 2_958_465  # 9999-12-31
LONG_NUMBER = 12  # digits from which a spreadsheet shows 3.30102E+11 and people mean a code


@dataclass(frozen=True)
class Shown:
    """What a number format shows: of a date its parts, of a number how many digits at least."""

    year: bool = False
    month: bool = False
    day: bool = False
    time: bool = False
    digits: int = 0

    @property
    def is_date(self) -> bool:
        """Tell whether the format shows a date or a time."""
        return self.year or self.month or self.day or self.time


@cache
def shown(number_format: int, code: str | None) -> Shown:
    """Return what a format shows; `code` is the workbook's own for formats it defines."""
    text = (code if code is not None else _BUILT_IN.get(number_format, "")).split(";")[0]
    plain = _NOT_SHOWN.sub("", text).lower()
    if plain == "general":
        return Shown()
    if plain and set(plain) == {"0"}:
        return Shown(digits=len(plain))
    time = "h" in plain or "s" in plain
    year, day = "y" in plain or "e" in plain.replace("e+", "").replace("e-", ""), "d" in plain
    month = "m" in plain and (not time or year or day)
    return Shown(year, month, day, time) if year or month or day or time else Shown()


def as_date(serial: float, form: Shown, from_1904: bool) -> str | None:
    """Write a serial day as its format shows it; None where there is no such day or its year is not shown.

    Spreadsheets count from 1899-12-30 and hold that 1900 was a leap year; some files count from 1904.
    """
    if not 0 <= serial < LAST_DAY or (form.time and not form.day and serial >= 1):
        return None
    if not from_1904 and serial < 61 and (form.year or form.month or form.day):
        if serial < 1 or serial >= 60:
            return None
        serial += 1
    moment = datetime(1904, 1, 1) if from_1904 else datetime(1899, 12, 30)
    try:
        moment += timedelta(minutes=round(serial * 1440))
    except OverflowError:
        return None
    if form.time and not (form.year or form.month or form.day):
        return moment.strftime("%H:%M")
    if not form.year:
        return None
    day = moment.strftime("%Y-%m-%d" if form.day else "%Y-%m" if form.month else "%Y")
    return f"{day} {moment:%H:%M}" if form.time else day


def as_number(written: str, form: Shown) -> str | None:
    """Write a number as people read it: no exponent, no rest of binary fractions, with the zeros its format shows."""
    if not NUMBER.fullmatch(written):
        return None
    value = float(written)
    if abs(value) >= 1e16:  # more digits than a spreadsheet keeps
        return None
    if value == int(value):
        return f"{int(value):0{form.digits}d}"
    return f"{value:.15g}" if abs(value) >= 1e-4 else f"{value:.15f}".rstrip("0")
