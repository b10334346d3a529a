"""A scene as SVG in millimetres, letters as outlines, for a cutter or an editor.

One unit of the view box is 1 mm; the view box starts at minus the bleed, so that (0, 0) is the corner of
the finished sheet. Colours are sRGB, because SVG has no inks: the PDF is the one to print from.
"""

from xml.sax.saxutils import escape, quoteattr

from generator.printing.scene import Scene, Segment, Shape


def to_svg(scene: Scene, *, trimmed: bool = False) -> bytes:
    """Write the scene; `trimmed` shows the finished sheet alone, without the bleed."""
    bleed = 0.0 if trimmed else scene.bleed_mm
    width, height = (_short(side + 2 * bleed) for side in (scene.width_mm, scene.height_mm))
    corner, trim = _short(-bleed), (_short(scene.width_mm), _short(scene.height_mm))
    lines = (
        '<?xml version="1.0" encoding="UTF-8"?>',
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}mm" height="{height}mm"'
        f' viewBox="{corner} {corner} {width} {height}">',
        f"<title>{escape(xml_text(scene.title))}</title>",
        f"<desc>成品 {trim[0]}×{trim[1]} 毫米，四边出血 {_short(scene.bleed_mm)} 毫米</desc>",
        f'<rect id="trim" width="{trim[0]}" height="{trim[1]}" fill="none"/>',
        *(_drawn(number, shape) for number, shape in enumerate(scene.shapes, 1)),
        "</svg>",
        "",
    )
    return "\n".join(lines).encode()


def xml_text(text: str) -> str:
    """Replace what XML 1.0 cannot hold at all (controls, lone surrogates) by U+FFFD."""
    return "".join(c if _allowed(ord(c)) else "\ufffd" for c in text)


def _allowed(code: int) -> bool:
    """Tell whether XML 1.0 (production 2, Char) allows a code point."""
    return (
        code in (0x9, 0xA, 0xD)
        or 0x20 <= code <= 0xD7FF
        or 0xE000 <= code <= 0xFFFD
        or 0x10000 <= code <= 0x10FFFF
    )


def _drawn(number: int, shape: Shape) -> str:
    path = "".join(_step(segment) for segment in shape.path)
    name = quoteattr(xml_text(shape.name))
    return f'<path id="s{number}" aria-label={name} fill="{shape.colour.hex}" d="{path}"/>'


def _step(segment: Segment) -> str:
    return segment.op + " ".join(f"{_short(x)} {_short(y)}" for x, y in segment.points)


def _short(mm: float) -> str:
    """Write a length with four decimals at most."""
    return f"{round(mm, 4) + 0.0:.4f}".rstrip("0").rstrip(".")
