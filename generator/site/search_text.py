"""How names stand in the search index: an alphabet with pinyin, and names in the alphabet's codes.

The matcher needs the pinyin of every character anyway. So the characters stand once, in groups by syllable, and a
name is written with their numbers: the commonest 61 take one byte each, the others two, where UTF-8 has three. After
gzip that is a fifth less.
"""

from collections import Counter
from collections.abc import Iterable, Iterator
from functools import cache
from importlib.resources import files as package_files

from pypinyin import lazy_pinyin

# The first numbers are written as the characters "?" to "{", each one byte and none that parts names; the others go on
# from 0x200. A character of Latin-1 stands for itself, or 0x100 higher where its place is taken.
SHORT_CODES = range(0x3F, 0x7C)
LONG_CODES = 0x200
LATIN = 0x100


@cache
def syllables(name: str) -> tuple[str, ...]:
    """Return the toneless syllable of each character as it reads in this name; "" for what has none."""
    read: list[str] = lazy_pinyin(name, errors=lambda run: [""] * len(run))  # type: ignore[arg-type, return-value]
    return tuple("".join(c for c in syllable.lower() if "a" <= c <= "z") for syllable in read)


def pinyin(name: str) -> str:
    """Return a name's syllables with spaces: 亲属 is "qin shu"."""
    return " ".join(filter(None, syllables(name)))


def alphabet(names: Iterable[str], known: str = "") -> str:
    """Return the characters of `names` in groups by syllable, parted by spaces: "qin亲 shu书属".

    Groups of the characters that a short code is for stand before those of the others. A character of several
    readings stands in several groups, in the group of its commonest first of all, so that its number is that of its
    first place. Characters that `known` (such a text) holds are left out.
    """
    readings: dict[str, Counter[str]] = {}
    for name in names:
        for char, syllable in zip(name, syllables(name), strict=True):
            if ord(char) >= LATIN and char not in known:
                readings.setdefault(char, Counter())[syllable] += 1
    often = sorted(readings, key=lambda char: (-readings[char].total(), char))[
        : 0 if known else len(SHORT_CODES)
    ]
    short: dict[str, list[str]] = {}
    common: dict[str, list[str]] = {}
    other: dict[str, list[str]] = {}
    for char in sorted(readings):
        (first, _), *rest = sorted(readings[char].items(), key=lambda pair: (-pair[1], pair[0]))
        (short if char in often else common).setdefault(first, []).append(char)
        for syllable, _ in rest:
            other.setdefault(syllable, []).append(char)
    return " ".join(_groups(short) + _groups(common) + _groups(other))


def _groups(by_syllable: dict[str, list[str]]) -> list[str]:
    return [syllable + "".join(chars) for syllable, chars in sorted(by_syllable.items())]


def codes(*alphabets: str) -> dict[int, str]:
    """Return the code of each character of the alphabets, one after another, for `str.translate`."""
    chars = dict.fromkeys(c for text in alphabets for c in text if ord(c) >= LATIN)
    written = [*SHORT_CODES, *range(LONG_CODES, LONG_CODES + len(chars))]
    return {n: chr(LATIN + n) for n in SHORT_CODES} | {
        ord(char): chr(code) for char, code in zip(chars, written, strict=False)
    }


def column(numbers: Iterable[int]) -> str:
    """Return numbers as a text, one character each from "0" on: [0, 2, 1] is "021"."""
    return "".join(chr(ord("0") + number) for number in numbers)


def frequent() -> Iterator[str]:
    """Yield the 3,755 characters of GB 2312 level 1, which people may type for one that sounds the same."""
    for row in range(0xB0, 0xD8):
        cells = bytes(b for cell in range(0xA1, 0xFF if row < 0xD7 else 0xFA) for b in (row, cell))
        yield from cells.decode("gb2312")


def traditional(characters: Iterable[str]) -> str:
    """Return pairs of a traditional character and its simplified form, for those forms among `characters`."""
    wanted = set(characters)
    return "".join(old + new for old, new in _table() if new in wanted)


@cache
def _table() -> tuple[tuple[str, str], ...]:
    """Return OpenCC's table of single characters, the first form where there are several."""
    text = (package_files("opencc") / "dictionary" / "TSCharacters.txt").read_text(encoding="utf-8")
    rows = (line.split("\t") for line in text.splitlines() if "\t" in line)
    pairs = ((row[0], row[1].split(" ")[0]) for row in rows)
    return tuple(sorted((old, new) for old, new in pairs if old != new and len(old) == len(new) == 1))
