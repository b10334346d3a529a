"""Columns of a terminal: how wide a text is, and its lines at a given width. A Chinese character takes two columns."""

import re
import unicodedata
from collections.abc import Iterator

# What may not begin a line, and what may not end one (GB/T 15834-2011, 5.1).
_NOT_FIRST = frozenset("，。、；：？！）》」』】〕”’…,.;:?!)]}%")
_NOT_LAST = frozenset("（《「『【〔“‘([{")
_WORD = re.compile(r"[!-~]+|\s+|.")  # what is set without a break: a run of ASCII, else one character


def width(text: str) -> int:
    """Return how many columns a text takes: two for what East Asian Width calls wide, none for marks upon letters."""
    return sum(
        2 if unicodedata.east_asian_width(c) in "WF" else 1 for c in text if not unicodedata.combining(c)
    )


def wrap(text: str, columns: int, indent: str = "", hang: str | None = None) -> Iterator[str]:
    """Yield the lines of a paragraph; `indent` leads the first, `hang` the others (default: the same).

    Words of ASCII stay whole where a line can hold them, and no line begins with a closing mark.
    """
    hang = indent if hang is None else hang
    line, taken = indent, width(indent)
    bare = True  # nothing but the indent yet
    for piece in _pieces(text):
        if not bare and taken + width(piece.rstrip()) > columns:
            yield line.rstrip()
            line, taken, bare = hang, width(hang), True
        if bare and piece.isspace():
            continue
        line, taken, bare = line + piece, taken + width(piece), False
    yield line.rstrip()


def _pieces(text: str) -> Iterator[str]:
    """Yield what stays on one line: a word or character with the marks that open and close it."""
    piece = ""
    for found in _WORD.finditer(text):
        if piece and found[0][0] not in _NOT_FIRST and piece[-1] not in _NOT_LAST:
            yield piece
            piece = ""
        piece += found[0]
    if piece:
        yield piece
