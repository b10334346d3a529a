"""How large letters are and where they stand along a board, when no document says.

All proportions here are this site's choice, in letter sizes; the board's size is always given.
"""

import math
from dataclasses import dataclass

from generator.printing.problems import DoesNotFit
from generator.printing.spec import TEXT

ACROSS = 0.72
"""The most a letter takes of the board's shorter way."""
GAP, WIDEST_GAP = 0.1, 1.0
"""The least and the most space between letters, in letter sizes."""
END = 0.5
"""The least space before the first and after the last letter, in letter sizes."""
LEAST_LETTER_MM = 5.0
"""Below this letters are no longer cut or read as a sign."""


@dataclass(frozen=True)
class Layout:
    """Where letters stand along the text: size, extra space between cells, start of the first cell (mm)."""

    letter_mm: float
    gap_mm: float
    start_mm: float

    @property
    def pitch_mm(self) -> float:
        """Return the distance between the middles of neighbouring square characters."""
        return round(self.letter_mm + self.gap_mm, 1)


def fit(advances: list[float], along_mm: float, across_mm: float) -> Layout | DoesNotFit:
    """Return the largest letters that fit, on a tenth of a millimetre, spaced evenly about the middle.

    `advances` are the lengths of the cells in em along the text.
    """
    if not advances:
        return DoesNotFit(TEXT, "没有文字")
    cells, gaps = sum(advances), len(advances) - 1
    letter = _floor(min(along_mm / (cells + GAP * gaps + 2 * END), ACROSS * across_mm))
    if letter < LEAST_LETTER_MM:
        return DoesNotFit(
            TEXT, f"{len(advances)} 个字的字高只有 {letter:g} 毫米，不足 {LEAST_LETTER_MM:g} 毫米"
        )
    room = along_mm - letter * (cells + 2 * END)
    gap = _floor(min(room / gaps, WIDEST_GAP * letter)) if gaps else 0.0
    return Layout(letter, gap, (along_mm - letter * cells - gap * gaps) / 2)


def _floor(length_mm: float) -> float:
    """Round down to a tenth, so that the number on the sheet is the number drawn."""
    return math.floor(length_mm * 10 + 1e-9) / 10
