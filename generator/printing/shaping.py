"""Text as outlines, one glyph a character.

HarfBuzz shapes, so that vertical text gets the font's own vertical forms (OpenType `vert`).
"""

from dataclasses import dataclass
from itertools import groupby
from typing import Any, Literal

import uharfbuzz as hb
from fontTools.pens.recordingPen import RecordingPen

from generator.printing.fonts import Face
from generator.printing.outlines import segments
from generator.printing.problems import InvisibleCharacter, MissingGlyph, Problem, Problems
from generator.printing.scene import Segment, placed
from generator.printing.text import hidden, is_variation_selector

Direction = Literal["ltr", "ttb"]
_SPACES = frozenset(" \u3000")


@dataclass(frozen=True)
class Glyph:
    """A drawn character in its cell, in em: x to the right and y down from the cell's top left.

    A cell is 1 em high and `advance` wide in horizontal text, 1 em square in vertical text.
    """

    text: str
    advance: float
    path: tuple[Segment, ...]


def outline(face: Face, text: str, where: str, direction: Direction = "ltr") -> tuple[Glyph, ...] | Problems:
    """Shape `text`: one glyph a character (with its marks), or every character that cannot be drawn."""
    if bad := tuple(_undrawable(face, text, where)):
        return Problems(bad)
    if not text:
        return ()
    buffer = hb.Buffer()
    buffer.add_str(text)
    buffer.guess_segment_properties()
    buffer.direction, buffer.language = direction, "zh-Hans"
    hb.shape(face.font, buffer, {"kern": False, "liga": False})
    shaped = list(zip(buffer.glyph_infos, buffer.glyph_positions, strict=True))
    clusters = [(start, list(group)) for start, group in groupby(shaped, lambda pair: pair[0].cluster)]
    ends = [start for start, _ in clusters[1:]] + [len(text)]
    drawn: list[Glyph] = []
    for (start, group), end in zip(clusters, ends, strict=True):
        glyph = _glyph(face, text[start:end], group, direction)
        if any(info.codepoint == 0 for info, _ in group):
            return Problems((MissingGlyph(where, glyph.text, face.family),))
        if not glyph.path and glyph.text not in _SPACES:
            return Problems((InvisibleCharacter(where, glyph.text),))
        drawn.append(glyph)
    return tuple(drawn)


def _undrawable(face: Face, text: str, where: str) -> list[Problem]:
    found: list[Problem] = []
    for before, character in zip(" " + text, text, strict=False):
        if is_variation_selector(character):
            if face.font.get_variation_glyph(ord(before), ord(character)) is None:
                found.append(MissingGlyph(where, before + character, face.family))
        elif hidden(character):
            found.append(InvisibleCharacter(where, character))
        elif character not in face.characters:
            found.append(MissingGlyph(where, character, face.family))
    return list(dict.fromkeys(found))


def _glyph(face: Face, text: str, group: list[Any], direction: Direction) -> Glyph:
    """Draw the glyphs of one cluster into one cell."""
    upem = face.font.scale[0]
    pen_x = pen_y = 0.0
    path: list[Segment] = []
    for info, position in group:
        pen = RecordingPen()
        face.font.draw_glyph_with_pen(info.codepoint, pen)
        dx, dy = pen_x + position.x_offset, pen_y + position.y_offset
        path += (
            Segment(s.op, tuple(((x + dx) / upem, -(y + dy) / upem) for x, y in s.points))
            for s in segments(pen.value)
        )
        pen_x, pen_y = pen_x + position.x_advance, pen_y + position.y_advance
    if direction == "ttb":  # HarfBuzz starts at the top middle of a cell as tall as the advance; ours is 1 em
        return Glyph(text, 1.0, placed(path, 1, 0.5, (1 + pen_y / upem) / 2))
    return Glyph(text, pen_x / upem, placed(path, 1, 0, face.middle + 0.5))
