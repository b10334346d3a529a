"""U109, U110: brackets or quotation marks that do not pair, and full-width letters or digits

What it does: counts （）、《》、“”、〔〕 and 【】 in each text (U109); and looks for full-width letters and digits
    (U110).
Why: half of a pair mostly means that half of a sentence was lost in copying; a full-width digit is not found by a
    search for the other.
Example:
    in catalog/hubei/sources/min-2020-32.yaml
    - title: 湖北省不应由基层群众性自治组织出具证明事项清单（第一批）
    + title: 湖北省不应由基层群众性自治组织出具证明事项清单（第一批
    in catalog/hubei/shiyan/figures/signs-removed.yaml
    -   - 这是清理掉的数目，不是清理后剩下的数目。
    +   - 这是２０１９年清理掉的数目。
Use instead: both marks; 2019, APP.
How to mend: compare with the document; write half-width letters and digits.
References: GB/T 15834—2011; GB/T 15835—2011.
"""

import re
from collections.abc import Iterator

from generator.catalogue.model import Catalogue
from generator.codes import finding
from generator.findings import Finding
from generator.rules.stated import occurrences, strings_in, texts

_PAIRS = ("（）", "《》", "“”", "〔〕", "【】")
_WIDE = re.compile("[０-９Ａ-Ｚａ-ｚ]+")


def check(catalogue: Catalogue) -> Iterator[Finding]:
    """Yield a finding for each text with half a pair or a full-width letter."""
    for entry in texts(catalogue):
        there = tuple(pair for pair in _PAIRS if pair[0] in entry.joined or pair[1] in entry.joined)
        if not there or not any(_half(line, there) for line in entry.joined.split("\n")):
            continue
        for path, text in strings_in(entry.document.value):
            mark = _half(text, there)
            if mark is not None:
                yield finding("U109", entry.document.at(path), text=text, mark=mark)
    for entry, path, _, found in occurrences(catalogue, _WIDE):
        yield finding("U110", entry.document.at(path), found=found[0])


def _half(text: str, pairs: tuple[str, ...]) -> str | None:
    """Return the pair of which a text has not as many of one as of the other."""
    return next((pair for pair in pairs if text.count(pair[0]) != text.count(pair[1])), None)
