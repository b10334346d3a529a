"""U105: a name that ends in a mark, spaces around a text, or a mark written twice

What it does: looks at the end of names, titles, aliases and entries of lists; at spaces before, after and doubled
    within any text; and at two of ，。；：、 in a row.
Why: names are compared, searched and printed on signs and sheets as they stand.
Example:
    in catalog/national/certificates/kinship.yaml
    - name: 亲属关系证明
    + name: 亲属关系证明、
    in catalog/hubei/shiyan/figures/signs-removed.yaml
    -   - 这是清理掉的数目，不是清理后剩下的数目。
    +   - 这是清理掉的数目，，不是清理后剩下的数目。
Use instead: the name alone; sentences belong into `notes`.
How to mend: delete what is too much.
References: GB/T 15834—2011.
"""

import re
from collections.abc import Iterator

from generator.catalogue.model import Catalogue
from generator.codes import finding
from generator.findings import Finding
from generator.rules.stated import NAMES, field_of, strings_in, texts

_SPACES = re.compile("(?:^|[ \u3000\t])[ \u3000\t]|[ \u3000\t]$", re.M)
_TWICE = re.compile("[，。；：、]{2}")
_END = re.compile("[，。；：、,;.]$", re.M)
_WORDS = {
    "end": ("末尾有标点", "ends in a mark"),
    "spaces": ("有多余的空格", "has spaces too many"),
    "twice": ("标点重复", "has a mark twice"),
}


def check(catalogue: Catalogue) -> Iterator[Finding]:
    """Yield a finding for each text with a stray mark."""
    for entry in texts(catalogue):
        if not (_SPACES.search(entry.joined) or _TWICE.search(entry.joined) or _END.search(entry.names)):
            continue
        for path, text in strings_in(entry.document.value):
            why = _why(text, field_of(path) in NAMES)
            if why is not None:
                zh, en = _WORDS[why]
                yield finding("U105", entry.document.at(path), text=text.strip(), problem=zh, problem_en=en)


def _why(text: str, name: bool) -> str | None:
    if name and _END.search(text):
        return "end"
    return "spaces" if _SPACES.search(text) else "twice" if _TWICE.search(text) else None
