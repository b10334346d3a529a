"""The A4 spec sheet of a sign: the drawing at a reduced scale with its two dimensions, and every value with
what it rests on.

The drawing is the very scene that the 1:1 files are written from.
"""

from dataclasses import dataclass

from generator.dates import chinese
from generator.printing.fonts import Face
from generator.printing.problems import Problems
from generator.printing.sign import DrawnSign
from generator.printing.spec import (
    BACKGROUND,
    BLEED,
    LETTER_SIZE,
    MARGIN,
    MATERIAL,
    NOT_STATED,
    PITCH,
    SIZE,
    TEXT,
    TEXT_COLOUR,
    TYPEFACE,
    SignSpec,
    SpecValue,
)
from generator.printing.svg import to_svg
from generator.printing.typesetting import typeset

ROWS = (TEXT, SIZE, BACKGROUND, TEXT_COLOUR, MATERIAL, TYPEFACE, LETTER_SIZE, PITCH, MARGIN, BLEED)
"""The order of the table; other values follow in the order given."""

SCALES = tuple(step * ten for ten in (1, 10, 100, 1000) for step in (1.0, 1.5, 2.0, 2.5, 3.0, 4.0, 5.0, 6.0))
"""Reductions of GB/T 14690 (1, 2, 5 and the second choice 1.5, 2.5, 3, 4, 6, times powers of ten)."""

ROOM_MM = {"vertical": (40.0, 172.0), "horizontal": (150.0, 64.0)}
"""Room for the drawing itself on the sheet, width and height, less what the dimensions take."""


@dataclass(frozen=True)
class Drawing:
    """The sign on paper: reduction (15 means 1:15), width and height in mm of paper."""

    reduction: float
    width_mm: float
    height_mm: float


def spec_sheet(spec: SignSpec, sign: DrawnSign, extra: Face | None = None) -> bytes | Problems:
    """Return the sheet as PDF. `extra` is the user's face, if the sign is drawn with one."""
    return typeset("spec_sheet", sheet_data(spec, sign), extra, to_svg(sign.scene, trimmed=True))


def sheet_data(spec: SignSpec, sign: DrawnSign) -> dict[str, object]:
    """Return what the template prints: strings, and lengths in mm of paper."""
    drawing = reduce(spec)
    bare_light = spec.background is None and any(shape.colour.light for shape in sign.scene.shapes)
    notes = [*spec.notes]
    if spec.background is None:
        notes.append("图中底面不着色，以材质本色为准。")
    if bare_light:
        notes.append("图中灰底只为看清浅色字形。")
    return {
        "title": spec.title,
        "item_id": spec.item_id,
        "place": spec.place_name,
        "scale": f"1:{drawing.reduction:g}",
        "orientation": spec.orientation,
        "alt": f"{spec.title}：{spec.text}，{spec.width_mm:g}×{spec.height_mm:g} 毫米",
        "backdrop": bare_light,
        "drawing": {"width": drawing.width_mm, "height": drawing.height_mm},
        "size": {"width": f"{spec.width_mm:g}", "height": f"{spec.height_mm:g}"},
        "rows": [{"label": v.label, "value": v.value, "basis": list(v.basis)} for v in rows(spec, sign)],
        "reference": spec.reference,
        "reference_note": spec.reference_note,
        "notes": notes,
        "data_as_of": chinese(spec.data_as_of),
        "footer": spec.footer,
    }


def rows(spec: SignSpec, sign: DrawnSign) -> tuple[SpecValue, ...]:
    """Return the values in the order of the table; a usual one that nobody set reads 文件未载."""
    given = {value.label: value for value in (*sign.computed, *spec.values)}
    usual = [given.get(label) or SpecValue(label, NOT_STATED, "—") for label in ROWS]
    return (*usual, *(value for label, value in given.items() if label not in ROWS))


def reduce(spec: SignSpec) -> Drawing:
    """Return the sign at the largest scale of the series that fits the sheet, 1:1 at most."""
    width, height = ROOM_MM[spec.orientation]
    least = max(spec.width_mm / width, spec.height_mm / height)
    reduction = next(scale for scale in SCALES if scale >= least)
    return Drawing(reduction, round(spec.width_mm / reduction, 3), round(spec.height_mm / reduction, 3))
