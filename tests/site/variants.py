"""What people make of a name when they type it: parts, slips, pinyin, initials, traditional characters, questions.

Every variant of a name is made by a fixed rule from its characters, so that a run can be repeated.
"""

from collections.abc import Iterator
from functools import cache
from importlib.resources import files as package_files

from pypinyin import lazy_pinyin

# Stands for a character typed wrong, in turn; none is in many names.
WRONG = "旺枯晴冰吨"


def variants(name: str) -> Iterator[tuple[str, str]]:
    """Yield (kind of variant, what is typed) for a name."""
    core = name.removesuffix("证明")
    yield "whole", name
    if len(core) > 2:
        yield "without 证明", core
        yield "first part", core[: max(2, len(core) * 2 // 3)]
    if len(core) > 3:
        yield "last part", core[-max(3, len(core) * 2 // 3) :]
    yield "with spaces and marks", f" {core[:1]} {core[1:]}，证明。"
    yield "traditional", name.translate(_traditional())
    syllables = [s for s in lazy_pinyin(name, errors="ignore")]
    if len(syllables) > 1:
        yield "pinyin", "".join(syllables)
        yield "pinyin begun", "".join(syllables)[: max(5, len("".join(syllables)) // 2)]
    if len(syllables) > 3:
        yield "initials", "".join(s[0] for s in syllables)
        yield "southern pinyin", "".join(syllables).replace("zh", "z").replace("sh", "s").replace("eng", "en")
        letters = "".join(syllables)
        middle = len(letters) // 2
        yield "letter missing", letters[:middle] + letters[middle + 1 :]
        yield "letters swapped", letters[:2] + letters[3:1:-1] + letters[4:]
    if len(core) > 2:
        middle = len(core) // 2
        wrong = WRONG[len(name) % len(WRONG)]
        yield "one wrong", name[:middle] + wrong + name[middle + 1 :]
        yield "one missing", name[:middle] + name[middle + 1 :]
        yield "one too many", name[:middle] + wrong + name[middle:]
        yield "two swapped", name[: middle - 1] + name[middle] + name[middle - 1] + name[middle + 1 :]
        yield "same sound", _same_sound(name[:middle]) + name[middle:]
        yield (
            "mixed with pinyin",
            name[:middle] + "".join(lazy_pinyin(name[middle : middle + 2])) + name[middle + 2 :],
        )
    yield "question", f"我要开{name}怎么办"
    yield "another question", f"村里能不能开{core}证明"
    yield "with a place", f"咸宁 {name}"


@cache
def _traditional() -> dict[int, str]:
    text = (package_files("opencc") / "dictionary" / "STCharacters.txt").read_text(encoding="utf-8")
    rows = (line.split("\t") for line in text.splitlines() if "\t" in line)
    return {ord(row[0]): row[1].split(" ")[0] for row in rows}


@cache
def _same_sounds() -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for row in range(0xB0, 0xD8):
        cells = bytes(b for cell in range(0xA1, 0xFF if row < 0xD7 else 0xFA) for b in (row, cell))
        for char in cells.decode("gb2312"):
            found.setdefault(lazy_pinyin(char)[0], []).append(char)
    return found


def _same_sound(text: str) -> str:
    """Put another character of the same sound for the last of a text."""
    others = _same_sounds().get(lazy_pinyin(text[-1])[0], [])
    at = others.index(text[-1]) + 1 if text[-1] in others else 0
    return text[:-1] + (others[at % len(others)] if others else text[-1])
