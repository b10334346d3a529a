"""What is to be printed: a sign or a blank certificate, as strings and numbers only.

Somebody else fills these from a place's directory. Lengths are in mm. Each value that is drawn says what it
rests on; the size of a sign rests on a document or on the user, never on this program.
"""

from dataclasses import dataclass
from typing import Literal

from generator.words import SPEAKER as WHO_SPEAKS

ValueKind = Literal["document", "user", "site"]
Orientation = Literal["vertical", "horizontal"]

TEXT, SIZE, BACKGROUND, TEXT_COLOUR = "牌面文字", "尺寸", "底色", "字色"
MATERIAL, TYPEFACE, LETTER_SIZE, PITCH, MARGIN, BLEED = "材质", "字体", "字高", "字距", "边距", "出血"

BY_USER = "用户指定"
BY_SITE = "本站取值（非文件规定）"
NOT_STATED = "文件未载"
DRAFT_MARK = "参考式样（本站拟）"


@dataclass(frozen=True)
class SpecValue:
    """One row of a spec sheet: what, how much, and after which document (or whose choice)."""

    label: str
    value: str
    rests_on: str = ""
    kind: ValueKind = "document"

    @property
    def basis(self) -> tuple[str, ...]:
        """Say who set the value, as printed beside it: the document, or whose choice and why."""
        if self.kind == "document":
            return (self.rests_on or NOT_STATED,)
        who = BY_USER if self.kind == "user" else BY_SITE
        return (who, self.rests_on) if self.rests_on else (who,)


def size_text(width_mm: float, height_mm: float) -> str:
    """Write a size the way the sheet does: "宽 350 × 高 2400 毫米"."""
    return f"宽 {width_mm:g} × 高 {height_mm:g} 毫米"


@dataclass(frozen=True)
class SignSpec:
    """A sign to draw.

    `background` is None when no colour is printed (bare wood or metal). `bleed_mm` is added on all four
    sides. `reference` marks a layout after a document of another place: the sheet says 参考 and
    `reference_note`. `values` carry the sources; ValueError when a drawn value has none, or when the size
    is the site's own.
    """

    title: str
    item_id: str
    place_name: str
    text: str
    width_mm: float
    height_mm: float
    orientation: Orientation
    background: str | None
    text_colour: str
    bleed_mm: float
    values: tuple[SpecValue, ...]
    reference: bool
    reference_note: str
    notes: tuple[str, ...]
    data_as_of: str
    file_stem: str
    footer: str = WHO_SPEAKS

    def __post_init__(self) -> None:
        kinds = {v.label: v.kind for v in self.values}
        drawn = {TEXT, SIZE, TEXT_COLOUR} | ({BACKGROUND} if self.background is not None else set())
        if without := sorted(drawn - kinds.keys()):
            raise ValueError(f"drawn values without a source: {', '.join(without)}")
        if kinds[SIZE] == "site":
            raise ValueError("the size of a sign comes from a document or from the user")

    def value(self, label: str) -> SpecValue | None:
        """Return the value with this label."""
        return next((v for v in self.values if v.label == label), None)


@dataclass(frozen=True)
class TextRun:
    """Printed words."""

    text: str


@dataclass(frozen=True)
class BlankField:
    """A gap to write in, `width_mm` wide, underlined, with a small label below."""

    label: str
    width_mm: float


Run = TextRun | BlankField


@dataclass(frozen=True)
class Paragraph:
    """Runs of one paragraph; `indent` sets it in by two characters (an addressee is not)."""

    runs: tuple[Run, ...]
    indent: bool = True


@dataclass(frozen=True)
class BlankSpec:
    """A certificate to print and fill in by hand.

    `issuer` is the line of the body that issues it, usually its name pattern with gaps. `signers` are
    labels of signature lines. `mark` says that the wording is this site's, and is "" for a form as
    published.
    """

    title: str
    item_id: str
    item_name: str
    place_name: str
    issuer: tuple[Run, ...]
    paragraphs: tuple[Paragraph, ...]
    signers: tuple[str, ...]
    seal: bool
    basis: tuple[str, ...]
    notes: tuple[str, ...]
    data_as_of: str
    file_stem: str
    mark: str = DRAFT_MARK
    footer: str = WHO_SPEAKS
