"""U103: half-width punctuation in Chinese text

What it does: looks for , ; : ? ! . between Chinese characters, and for half-width brackets and quotation marks beside
    one.
Why: sheets are printed with the marks as they stand, and searches miss a name whose brackets differ.
Example:
    in catalog/national/certificates/kinship.yaml
    -         do: 出示户口簿、结婚证或者出生医学证明
    +         do: 出示户口簿,结婚证或者出生医学证明
Use instead: ，；：？！。（）“”.
How to mend: write the full-width mark.
References: GB/T 15834—2011.
"""

import re
from collections.abc import Iterator

from generator.catalogue.model import Catalogue
from generator.codes import finding
from generator.findings import Finding
from generator.rules.stated import occurrences

_HAN = "[\u4e00-\u9fff]"
_HALF = re.compile(f"{_HAN}[,;:?!.]{_HAN}|{_HAN}[()\"']|[()\"']{_HAN}")


def check(catalogue: Catalogue) -> Iterator[Finding]:
    """Yield a finding for each text with such a mark."""
    for entry, path, _, found in occurrences(catalogue, _HALF):
        yield finding("U103", entry.document.at(path), found=found[0])
