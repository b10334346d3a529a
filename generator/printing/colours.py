"""Colours by the names that documents use, as printing inks and as screen colours.

Documents name a colour and no inks; the inks here are this site's choice and the spec sheet says so. 黑 is
black ink alone, so that letters have no coloured fringe when plates shift.
"""

import re
from dataclasses import dataclass

from generator.printing.problems import UnknownColour

_INKS = re.compile(r"C(\d{1,3}) M(\d{1,3}) Y(\d{1,3}) K(\d{1,3})")


@dataclass(frozen=True)
class Colour:
    """A named colour: `cmyk` in per cent of ink (0-100), `rgb` as sRGB (0-255)."""

    name: str
    cmyk: tuple[int, int, int, int]
    rgb: tuple[int, int, int]

    @property
    def inks(self) -> str:
        """Write the inks: "C0 M0 Y0 K100"."""
        return " ".join(f"{ink}{amount}" for ink, amount in zip("CMYK", self.cmyk, strict=True))

    @property
    def hex(self) -> str:
        """Write the screen colour: "#000000"."""
        return "#{:02x}{:02x}{:02x}".format(*self.rgb)

    @property
    def light(self) -> bool:
        """Tell whether the colour would vanish on white paper (relative luminance after ITU-R BT.709)."""
        red, green, blue = self.rgb
        return 0.2126 * red + 0.7152 * green + 0.0722 * blue > 200


_NAMED = (
    Colour("黑", (0, 0, 0, 100), (0, 0, 0)),
    Colour("白", (0, 0, 0, 0), (255, 255, 255)),
    Colour("红", (0, 100, 100, 5), (200, 22, 29)),
    Colour("蓝", (100, 80, 0, 10), (0, 65, 145)),
    Colour("金黄", (5, 30, 90, 5), (225, 175, 40)),
)
NAMES = tuple(c.name for c in _NAMED)


def colour(text: str, where: str) -> Colour | UnknownColour:
    """Return the colour of a name ("黑", also "黑色") or of inks ("C100 M5 Y60 K0")."""
    for named in _NAMED:
        if text in (named.name, f"{named.name}色"):
            return named
    inks = _INKS.fullmatch(text)
    if inks is None or any(int(amount) > 100 for amount in inks.groups()):
        return UnknownColour(where, text, NAMES)
    c, m, y, k = (int(amount) for amount in inks.groups())
    red, green, blue = (round(255 * (100 - ink) * (100 - k) / 10_000) for ink in (c, m, y))
    return Colour(text, (c, m, y, k), (red, green, blue))
