"""U102: a person's telephone or identity number in a text

What it does: looks for numbers of eleven digits as mobile telephones have, and for identity numbers of eighteen
    characters whose birthday and check digit are right, in every text but the addresses of pages.
Why: the catalogue is published; a number once in it cannot be called back.
Example:
    in catalog/hubei/sources/duties-directory.yaml
    - (end)
    + status_note: 咨询电话13800138000
Use instead: the public telephone of the office, or nothing.
How to mend: delete the number, in the history of the file too.
References: 个人信息保护法第四条、第六条、第二十八条; GB 11643—1999.
"""

import re
from collections.abc import Iterator

from generator.catalogue.model import Catalogue, date_of
from generator.codes import finding
from generator.findings import Finding
from generator.rules.stated import strings_in, texts

_NUMBER = re.compile(r"(?<![0-9A-Za-z])(?:1[3-9][0-9]{9}|[1-9][0-9]{16}[0-9Xx])(?![0-9A-Za-z])")
_WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
_CHECK = "10X98765432"


def check(catalogue: Catalogue) -> Iterator[Finding]:
    """Yield a finding for each number that is a person's; the number itself is not repeated."""
    for entry in texts(catalogue):
        if not _NUMBER.search(entry.joined):
            continue
        for path, text in strings_in(entry.document.value):
            for found in _NUMBER.findall(text):
                if len(found) == 11 or _identity(found):
                    zh, en = (
                        ("电话号码", "telephone number")
                        if len(found) == 11
                        else ("身份证号", "identity number")
                    )
                    hidden = f"{found[:3]}{'*' * (len(found) - 5)}{found[-2:]}"
                    yield finding("U102", entry.document.at(path), what=zh, what_en=en, found=hidden)


def _identity(number: str) -> bool:
    """Tell whether eighteen characters are an identity number: a birthday, and the right check digit."""
    birthday = f"{number[6:10]}-{number[10:12]}-{number[12:14]}"
    total = sum(int(digit) * weight for digit, weight in zip(number[:17], _WEIGHTS, strict=True))
    return date_of(birthday) is not None and number[17].upper() == _CHECK[total % 11]
