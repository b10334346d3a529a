"""Bytes to text: UTF-8 only, no characters that are not seen, none that pass for others; and what no text may hold."""

import re
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from typing import Any

from generator.codes import finding
from generator.findings import Finding, Position, Text

# What Unicode calls default ignorable (DerivedCoreProperties.txt), separators of lines, blanks with a glyph's width,
# and the signs of a text that was broken before. All of "Other" (Cc, Cf, Cs, Co, Cn) is found by its category.
_HIDDEN = re.compile(
    "[\u034f\u115f\u1160\u17b4\u17b5\u2028\u2029\u2800\u3164\ufe00-\ufe0f\uffa0\ufffc\ufffd\U000e0100-\U000e0fff]"
)
# Mongolian and Uyghur letters take their forms from these; they mean nothing after other letters.
_JOINERS = "\u180b-\u180f\u200c\u200d"
_STRAY_JOINER = re.compile(f"(?<![\u0600-\u06ff\u0750-\u077f\u1800-\u18af{_JOINERS}])[{_JOINERS}]")
_ALLOWED_CONTROLS = frozenset("\n\r\t")
# Tags, comments, Markdown images and links, and schemes that run: inert once escaped, and never part of a summary.
_MARKUP = re.compile(
    r"</?[a-z!?][^<>]{0,40}>?|-->|]]>"
    r"|!\[[^\[\]]{0,40}\]\(|\]\([ \t]?[a-z/#]|\b(?:javascript|vbscript)\s?:|\bdata:[a-z]+/",
    re.I,
)
# Radicals and compatibility ideographs come with text copied from a PDF, odd blanks from a word processor.
_LOOKALIKE = re.compile(
    "[\u2e80-\u2fdf\uf900-\ufaff\U0002f800-\U0002fa1f\u00a0\u1680\u2000-\u200a\u205f]|(?<![\u1800-\u18af])\u202f"
)
# Enclosed digits, Roman numerals, units in one glyph: other characters to a search, often lost in a PDF.
_ONE_GLYPH = re.compile("[\u2100-\u214f\u2160-\u217f\u2460-\u24ff\u2776-\u2793\u3200-\u33ff\ufb00-\ufb06]")
_IDEOGRAPH = Text("普通的汉字", "an ordinary ideograph")
MAX_STACKED = 3  # marks upon one letter; no script of the country needs more


@dataclass(frozen=True)
class Flaw:
    """What one text may not hold: its code, the values of the sentence, and for one character where it stands."""

    code: str
    at: int | None = None
    values: Mapping[str, Any] = field(default_factory=dict)
    fix: str | None = None


def decode(data: bytes, file: str) -> str | Finding:
    """Return the text of a file, line ends as "\\n" and the BOM dropped, or the first finding."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return finding("Y101", Position(file), encoding="UTF-16")
    data = data.removeprefix(b"\xef\xbb\xbf")
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        return finding("Y101", _byte_position(data, error.start, file), encoding="?")
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    index = unsafe_at(text)
    if index is not None:
        return finding("U101", _position(text, index, file), character=f"U+{ord(text[index]):04X}")
    return text


# Cyrillic letters drawn as Latin ones: no word has both (Unicode UTS 39, confusables of the two scripts).
_LATIN = dict(zip("аеорсухіјѕһԁАВЕКМНОРСТУХІЈЅ", "aeopcyxijshdABEKMHOPCTYXIJS", strict=True))
_CYRILLIC = re.compile(f"(?<=[A-Za-z])[{''.join(_LATIN)}]|[{''.join(_LATIN)}](?=[A-Za-z])")


def unsafe_at(text: str) -> int | None:
    """Return where the first character stands that is not seen, turns the text or has no meaning; None without one."""
    found = [text.index(character) for character in set(text) if _is_unsafe(character)]
    stray = _STRAY_JOINER.search(text)
    return min([*found, *([stray.start()] if stray else [])], default=None)


@lru_cache(maxsize=8192)  # the characters of a catalogue are few
def _is_unsafe(character: str) -> bool:
    if character.isprintable():
        return bool(_HIDDEN.match(character))
    if character in _ALLOWED_CONTROLS or re.match(f"[{_JOINERS}]", character):
        return False
    return unicodedata.category(character) != "Zs"


def flaws(text: str) -> Iterator[Flaw]:
    """Yield what a text of a file or a cell may not hold, in order of kind."""
    index = unsafe_at(text)
    if index is None and (stray := re.search("[\t\r]", text)):
        index = stray.start()
    if index is not None:
        yield Flaw("U101", None, {"character": f"U+{ord(text[index]):04X}"})
    if (found := _MARKUP.search(text)) is not None:
        yield Flaw("U111", None, {"found": found[0]})
    alike = [match for match in _LOOKALIKE.finditer(text) if not _is_ideograph(match[0])]
    alike += [] if text.isascii() else _CYRILLIC.finditer(text)
    for match in alike:
        plain = _LATIN.get(match[0]) or unicodedata.normalize("NFKC", match[0])
        values = {
            "character": f"U+{ord(match[0]):04X}",
            "plain": _IDEOGRAPH if plain == match[0] else Text(f"“{plain}”", f'"{plain}"'),
        }
        yield Flaw("U112", match.start(), values, None if plain == match[0] else plain)
    if (found := _ONE_GLYPH.search(text)) is not None:
        yield Flaw("U114", None, {"character": found[0], "plain": unicodedata.normalize("NFKC", found[0])})
    if _is_stacked(text) or not (alike or unicodedata.is_normalized("NFC", text)):
        yield Flaw("U113")


def _is_ideograph(character: str) -> bool:
    """Tell whether a character of the compatibility block is one that has no other (U+FA0E and eleven more)."""
    return character >= "\uf900" and unicodedata.normalize("NFC", character) == character


def _is_stacked(text: str) -> bool:
    run = 0
    for character in text if any(map(unicodedata.combining, text)) else "":
        run = run + 1 if unicodedata.combining(character) else 0
        if run > MAX_STACKED:
            return True
    return False


def printable(name: str) -> str:
    r"""Write a file's name on one line: what cannot be printed (line ends, overrides, bytes) as \u and its code."""
    return "".join(c if c.isprintable() else f"\\u{ord(c):04x}" for c in name)


def path_label(path: Path) -> str:
    """Write a path with "/" between its folders, on one line, as findings and commands name it."""
    return printable(path.as_posix())


def _position(text: str, index: int, file: str) -> Position:
    line_start = text.rfind("\n", 0, index) + 1
    return Position(file, text.count("\n", 0, index) + 1, index - line_start + 1)


def _byte_position(data: bytes, start: int, file: str) -> Position:
    before = data[:start].decode("utf-8", errors="replace").replace("\r\n", "\n").replace("\r", "\n")
    return Position(file, before.count("\n") + 1, len(before) - (before.rfind("\n") + 1) + 1)
