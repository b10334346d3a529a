"""Faces: fonts read from files.

Two come with the wheel pylopdf-fonts-zh-cn (Noto Serif SC and Noto Sans SC, OFL); the user may point to
another.
"""

from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from typing import Any

import uharfbuzz as hb
from fontTools.ttLib import TTFont, TTLibError
from pylopdf_fonts_zh_cn import sans_path, serif_path

from generator.printing.problems import UnreadableFont


@dataclass(frozen=True)
class Face:
    """A font file, read. `middle` is the height of a square's middle above the baseline, in em."""

    family: str
    path: Path
    middle: float
    characters: frozenset[str] = field(repr=False)
    font: Any = field(repr=False, compare=False)


@lru_cache(maxsize=8)
def load_face(path: Path) -> Face | UnreadableFont:
    """Read a TrueType or OpenType file."""
    try:
        table = TTFont(path, fontNumber=0, lazy=True)
        characters = frozenset(map(chr, table.getBestCmap() or {}))
        os2, upem = table["OS/2"], table["head"].unitsPerEm
        family = table["name"].getBestFamilyName() or path.stem
    except (OSError, TTLibError, KeyError):
        return UnreadableFont(str(path))
    font = hb.Font(hb.Face(hb.Blob.from_file_path(str(path))))
    font.scale = (upem, upem)
    return Face(family, path, (os2.sTypoAscender + os2.sTypoDescender) / 2 / upem, characters, font)


def _wheel_face(path: Path) -> Face:
    face = load_face(path)
    if isinstance(face, UnreadableFont):
        raise FileNotFoundError(path)
    return face


def serif() -> Face:
    """Return Noto Serif SC."""
    return _wheel_face(serif_path())


def sans() -> Face:
    """Return Noto Sans SC."""
    return _wheel_face(sans_path())
