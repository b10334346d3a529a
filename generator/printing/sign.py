"""A sign as a scene: one column or one line of characters, as large as the board allows.

The board's size comes with the spec. What no document states (letter size, spacing, margins, inks) is
computed here and handed back as values of kind "site", so that the sheet says whose choice it is.
"""

from dataclasses import dataclass

from generator.printing.colours import Colour, colour
from generator.printing.fonts import Face
from generator.printing.layout import Layout, fit
from generator.printing.problems import DoesNotFit, Problem, Problems, SizeOutOfRange
from generator.printing.scene import Box, Scene, Shape, bounds, placed, rectangle
from generator.printing.shaping import Glyph, outline
from generator.printing.spec import (
    BACKGROUND,
    BLEED,
    LETTER_SIZE,
    MARGIN,
    PITCH,
    SIZE,
    TEXT,
    TEXT_COLOUR,
    TYPEFACE,
    SignSpec,
    SpecValue,
)

SIDE_MM = (10.0, 5000.0)
"""A side of a board. PDF readers stop at 14,400 pt (5,080 mm; ISO 32000-1 Annex C), bleed included."""
BLEED_MM = (0.0, 30.0)


@dataclass(frozen=True)
class DrawnSign:
    """A sign's scene and the values that were computed for it."""

    scene: Scene
    computed: tuple[SpecValue, ...]


def draw_sign(spec: SignSpec, face: Face) -> DrawnSign | Problems:
    """Draw a sign 1:1, or say what stands against it (P101 to P105)."""
    ink = colour(spec.text_colour, TEXT_COLOUR)
    ground = None if spec.background is None else colour(spec.background, BACKGROUND)
    bad: list[Problem] = [p for p in (ink, ground) if isinstance(p, Problem)] + _bad_lengths(spec)
    vertical = spec.orientation == "vertical"
    glyphs = outline(face, spec.text, TEXT, "ttb" if vertical else "ltr")
    if isinstance(glyphs, Problems):
        bad += glyphs.items
    if bad or isinstance(ink, Problem) or isinstance(ground, Problem) or isinstance(glyphs, Problems):
        return Problems(tuple(bad))
    along, across = (spec.height_mm, spec.width_mm) if vertical else (spec.width_mm, spec.height_mm)
    layout = fit([g.advance for g in glyphs], along, across)
    if isinstance(layout, DoesNotFit):
        return Problems((layout,))
    letters = _letters(glyphs, layout, ink, across, vertical)
    scene = Scene(
        spec.title, spec.width_mm, spec.height_mm, spec.bleed_mm, (*_ground(spec, ground), *letters)
    )
    for shape in letters:
        box = bounds(shape.path)
        if box is not None and not scene.trim.holds(box):
            return Problems((DoesNotFit(TEXT, f"“{shape.name}”的笔画超出牌面"),))
    return DrawnSign(scene, _computed(spec, face, layout, ink, ground))


def _bad_lengths(spec: SignSpec) -> list[Problem]:
    lengths = (
        (f"{SIZE}（宽）", spec.width_mm, SIDE_MM),
        (f"{SIZE}（高）", spec.height_mm, SIDE_MM),
        (BLEED, spec.bleed_mm, BLEED_MM),
    )
    return [
        SizeOutOfRange(where, length, least, most)
        for where, length, (least, most) in lengths
        if not least <= length <= most  # also true for NaN
    ]


def _ground(spec: SignSpec, ground: Colour | None) -> tuple[Shape, ...]:
    """Return the background, out to the edge of the bleed."""
    if ground is None:
        return ()
    bleed = spec.bleed_mm
    box = Box(-bleed, -bleed, spec.width_mm + bleed, spec.height_mm + bleed)
    return (Shape(BACKGROUND, ground, rectangle(box)),)


def _letters(
    glyphs: tuple[Glyph, ...], layout: Layout, ink: Colour, across_mm: float, vertical: bool
) -> tuple[Shape, ...]:
    side = (across_mm - layout.letter_mm) / 2
    at = layout.start_mm
    shapes: list[Shape] = []
    for number, glyph in enumerate(glyphs, 1):
        dx, dy = (side, at) if vertical else (at, side)
        if glyph.path:
            shapes.append(
                Shape(f"字{number} {glyph.text}", ink, placed(glyph.path, layout.letter_mm, dx, dy))
            )
        at += glyph.advance * layout.letter_mm + layout.gap_mm
    return tuple(shapes)


def _computed(
    spec: SignSpec, face: Face, layout: Layout, ink: Colour, ground: Colour | None
) -> tuple[SpecValue, ...]:
    """Return what was chosen here, less what the spec already states."""
    ends = "上下" if spec.orientation == "vertical" else "左右"
    grounds = () if ground is None else (f"底色 {ground.inks}",)
    values = (
        SpecValue(TYPEFACE, face.family, "文件未载字体", "site"),
        SpecValue(LETTER_SIZE, f"{layout.letter_mm:g} 毫米", "按版面计算，为字框边长", "site"),
        SpecValue(PITCH, f"{layout.pitch_mm:g} 毫米", "按版面计算，为相邻两字中心距", "site"),
        SpecValue(MARGIN, f"{ends}各 {round(layout.start_mm, 2):g} 毫米", "按版面计算，板边至字框", "site"),
        SpecValue(BLEED, f"四边各 {spec.bleed_mm:g} 毫米", "印制裁切用", "site"),
        SpecValue("油墨值", "；".join((f"字色 {ink.inks}", *grounds)), "文件只写色名", "site"),
    )
    return tuple(v for v in values if spec.value(v.label) is None)
