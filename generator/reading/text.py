"""Bytes to text: UTF-8 only, no control characters, none that hide or turn other text."""

import re
import unicodedata

from generator.codes import finding
from generator.findings import Finding, Position

# Bidirectional overrides and isolates make a line read other than it is (Trojan Source); the rest are invisible.
_HIDDEN = frozenset("\u200b\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2060\u2066\u2067\u2068\u2069\ufeff")
_ALLOWED_CONTROLS = frozenset("\n\r\t")


def decode(data: bytes, file: str) -> str | Finding:
    """Return the text of a file, line ends as "\\n" and the BOM dropped, or the first finding."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return finding("Y101", Position(file), encoding="UTF-16")
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        return finding("Y101", _byte_position(data, error.start, file), encoding="?")
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    for index, character in enumerate(text):
        if is_unsafe(character):
            return finding("U101", _position(text, index, file), character=f"U+{ord(character):04X}")
    return text


def is_unsafe(character: str) -> bool:
    """Tell whether a character is a control, hidden, unassigned or private-use one."""
    if character in _ALLOWED_CONTROLS:
        return False
    return character in _HIDDEN or unicodedata.category(character) in ("Cc", "Cs", "Co", "Cn")


# Tags, comments, Markdown images and links, and schemes that run: inert once escaped, and never part of a summary.
_MARKUP = re.compile(
    r"</?[a-zA-Z!?][^<>]{0,40}>?|-->|!\[[^\[\]]{0,40}\]\(|\]\(\s{0,9}[a-zA-Z/]|\b(?:javascript|vbscript|data)\s{0,9}:",
    re.I,
)


def markup(text: str) -> str | None:
    """Return the first HTML or Markdown of a text that a page might run or load, None where there is none."""
    found = _MARKUP.search(text)
    return found[0] if found else None


def _position(text: str, index: int, file: str) -> Position:
    line_start = text.rfind("\n", 0, index) + 1
    return Position(file, text.count("\n", 0, index) + 1, index - line_start + 1)


def _byte_position(data: bytes, start: int, file: str) -> Position:
    before = data[:start].decode("utf-8", errors="replace")
    return Position(file, before.count("\n") + 1, len(before) - (before.rfind("\n") + 1) + 1)
