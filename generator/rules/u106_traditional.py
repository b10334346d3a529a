"""U106: traditional characters in a text

What it does: looks each character up in OpenCC's table of traditional characters; those that 通用规范汉字表 has too
    (昇、甯, used in names) are left.
Why: documents of state organs are written in standard characters, and a search for the standard form misses the other.
Example:
    in catalog/hubei/shiyan/figures/signs-removed.yaml
    -   - 这是清理掉的数目，不是清理后剩下的数目。
    +   - 这是清理掉的数目，不是清理後剩下的数目。
Use instead: the standard character.
How to mend: write the standard form; leave a proper name that is officially written so.
References: 国家通用语言文字法第九条; 通用规范汉字表 (2013).
"""

from collections.abc import Iterator
from functools import cache
from importlib.resources import files as package_files

from generator.catalogue.model import Catalogue
from generator.codes import finding
from generator.findings import Finding
from generator.rules.stated import strings_in, texts

_STANDARD_TOO = frozenset("吒昇氾爇甦甯祕脩苧蒐薳釐陞")


def check(catalogue: Catalogue) -> Iterator[Finding]:
    """Yield a finding for each text with a traditional character."""
    simple = _table()
    for entry in texts(catalogue):
        if simple.keys().isdisjoint(entry.joined):
            continue
        for path, text in strings_in(entry.document.value):
            found = [char for char in dict.fromkeys(text) if char in simple]
            if found:
                standard = "".join(simple[char] for char in found)
                yield finding("U106", entry.document.at(path), found="".join(found), simple=standard)


@cache
def _table() -> dict[str, str]:
    """Return each traditional character's standard form."""
    text = (package_files("opencc") / "dictionary" / "TSCharacters.txt").read_text(encoding="utf-8")
    rows = (line.split("\t") for line in text.splitlines() if "\t" in line)
    forms = {old: new.split(" ") for old, new in rows}
    return {old: new[0] for old, new in forms.items() if old not in new and old not in _STANDARD_TOO}
