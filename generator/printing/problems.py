"""What can be wrong with a text, a size, a colour or a font that somebody asks to have printed.

A problem is a value; no function of this package raises for the user's data. The caller knows the file and
the line of the field named in `where` and turns the problem into a finding there.

    P101 MissingGlyph        a character that the font cannot draw
    P102 InvisibleCharacter  a character that leaves no mark (control, direction, joiner)
    P103 DoesNotFit          the text is too long for the size
    P104 SizeOutOfRange      a length that cannot be made
    P105 UnknownColour       a colour name without known values
    P106 TooLong             a sheet that runs over its one page
    P107 UnreadableFont      a font file that cannot be read
"""

from abc import ABC, abstractmethod
from dataclasses import dataclass
from typing import ClassVar

from generator.findings import Finding, Position, Severity, Text


def code_point(character: str) -> str:
    """Write the code points of a character the way Unicode does: "U+20BB7"."""
    return " ".join(f"U+{ord(c):04X}" for c in character)


@dataclass(frozen=True)
class Problem(ABC):
    """One thing that stops printing; `where` names the field: "牌面文字" or "values.2.value"."""

    code: ClassVar[str]
    where: str

    @property
    @abstractmethod
    def message(self) -> Text:
        """Say what is wrong."""

    @property
    @abstractmethod
    def cure(self) -> Text:
        """Say how to mend it."""

    def finding(self, position: Position) -> Finding:
        """Return the problem as an error at a place in a file."""
        return Finding(position, self.code, Severity.ERROR, self.message, self.cure)


@dataclass(frozen=True)
class MissingGlyph(Problem):
    """A character that the font cannot draw, or cannot draw in the variant asked for."""

    code = "P101"
    character: str
    font: str

    @property
    def message(self) -> Text:
        """Name the character, its code point, the field and the font."""
        point = code_point(self.character)
        return Text(
            f"{self.where}：字体 {self.font} 没有“{self.character}”字（{point}）",
            f"{self.where}: the font {self.font} has no glyph for {self.character} ({point})",
        )

    @property
    def cure(self) -> Text:
        """Offer another font, or a check of the character."""
        return Text(
            "核对是否用字有误；确为此字的，另指定收有此字的字体文件",
            "check the character; if it is right, give a font file that has it",
        )


@dataclass(frozen=True)
class InvisibleCharacter(Problem):
    """A control, direction or joining character, which no printed text may hide."""

    code = "P102"
    character: str

    @property
    def message(self) -> Text:
        """Name the code point and the field, never the character itself."""
        point = code_point(self.character)
        return Text(
            f"{self.where}：含有看不见的字符（{point}）", f"{self.where}: an invisible character ({point})"
        )

    @property
    def cure(self) -> Text:
        """Ask for its removal."""
        return Text("删去这个字符", "remove the character")


@dataclass(frozen=True)
class DoesNotFit(Problem):
    """Something too long for the room that the size leaves. Lengths in mm."""

    code = "P103"
    needed: str

    @property
    def message(self) -> Text:
        """Say what would be needed."""
        return Text(f"{self.where}：放不下，{self.needed}", f"{self.where}: does not fit ({self.needed})")

    @property
    def cure(self) -> Text:
        """Offer a larger size or a shorter text."""
        return Text("加大尺寸，或者核对文字", "give a larger size, or check the text")


@dataclass(frozen=True)
class SizeOutOfRange(Problem):
    """A length in mm that is no number, not positive, or more than a PDF page may have."""

    code = "P104"
    value_mm: float
    least_mm: float
    most_mm: float

    @property
    def message(self) -> Text:
        """Give the value and the range."""
        span = f"{self.least_mm:g}–{self.most_mm:g}"
        return Text(
            f"{self.where}：{self.value_mm:g} 毫米不在 {span} 毫米之内",
            f"{self.where}: {self.value_mm:g} mm is not within {span} mm",
        )

    @property
    def cure(self) -> Text:
        """Ask for the unit."""
        return Text("核对数值和单位（毫米）", "check the number and its unit (mm)")


@dataclass(frozen=True)
class UnknownColour(Problem):
    """A colour name that has no known values."""

    code = "P105"
    colour: str
    known: tuple[str, ...]

    @property
    def message(self) -> Text:
        """Name the colour."""
        return Text(f"{self.where}：不认识颜色“{self.colour}”", f"{self.where}: unknown colour {self.colour}")

    @property
    def cure(self) -> Text:
        """List the names, and the form that gives the inks."""
        return Text(
            f"用 {'、'.join(self.known)}，或者写油墨值，如 C0 M100 Y100 K0",
            f"use one of {', '.join(self.known)}, or give the inks: C0 M100 Y100 K0",
        )


@dataclass(frozen=True)
class TooLong(Problem):
    """A sheet that came out on more than one page."""

    code = "P106"
    pages: int

    @property
    def message(self) -> Text:
        """Give the number of pages."""
        return Text(
            f"{self.where}：排成了 {self.pages} 页，应为一页 A4",
            f"{self.where}: {self.pages} pages instead of one A4 page",
        )

    @property
    def cure(self) -> Text:
        """Ask for shorter text."""
        return Text("缩短正文、依据或者说明", "shorten the text, the basis or the notes")


@dataclass(frozen=True)
class UnreadableFont(Problem):
    """A font file that is missing or is no TrueType or OpenType font."""

    code = "P107"

    @property
    def message(self) -> Text:
        """Name the file."""
        return Text(f"读不出字体文件 {self.where}", f"cannot read the font file {self.where}")

    @property
    def cure(self) -> Text:
        """Ask for a font file."""
        return Text("指定一个 .ttf 或者 .otf 文件", "give a .ttf or .otf file")


@dataclass(frozen=True)
class Problems:
    """All that stops one printing job, in the order found."""

    items: tuple[Problem, ...]
