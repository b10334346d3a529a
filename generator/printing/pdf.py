"""A scene as a PDF at 1:1 for a print or sign shop.

One page, with MediaBox and BleedBox out to the bleed and TrimBox at the finished size (ISO 32000-1,
14.11.2), inks in DeviceCMYK, letters as outlines: no fonts. Nothing depends on the day or the machine: no
dates, no identifier, no compression (whose bytes differ between builds of zlib).
"""

import io
from xml.sax.saxutils import escape

import pydyf

from generator.printing.scene import Scene, Segment, Shape
from generator.printing.svg import xml_text

PT_PER_MM = 72 / 25.4
_OPERATORS = {"M": "m", "L": "l", "C": "c", "Z": "h"}

_XMP = """<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/">
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{title}</rdf:li></rdf:Alt></dc:title>
</rdf:Description></rdf:RDF></x:xmpmeta>
<?xpacket end="r"?>"""


def to_pdf(scene: Scene) -> bytes:
    """Write the scene; a length of 1 mm is 72/25.4 pt on the page."""
    bleed, width, height = (_pt(mm) for mm in (scene.bleed_mm, scene.width_mm, scene.height_mm))
    sheet = pydyf.Array([0, 0, _short(width + 2 * bleed), _short(height + 2 * bleed)])
    document = pydyf.PDF()
    content = pydyf.Stream([_painted(shape, scene).encode("ascii") for shape in scene.shapes])
    title = xml_text(scene.title)
    metadata = pydyf.Stream(
        [_XMP.format(title=escape(title)).encode()], extra={"Type": "/Metadata", "Subtype": "/XML"}
    )
    document.add_object(content)
    document.add_object(metadata)
    document.add_page(
        pydyf.Dictionary(
            {
                "Type": "/Page",
                "Parent": document.pages.reference,
                "MediaBox": sheet,
                "BleedBox": sheet,
                "TrimBox": pydyf.Array([_short(n) for n in (bleed, bleed, bleed + width, bleed + height)]),
                "Resources": pydyf.Dictionary({}),
                "Contents": content.reference,
            }
        )
    )
    document.info["Title"] = pydyf.String(title)
    document.catalog["Metadata"] = metadata.reference
    document.catalog["Lang"] = pydyf.String("zh-CN")
    output = io.BytesIO()
    document.write(output)
    return output.getvalue()


def _pt(mm: float) -> float:
    return mm * PT_PER_MM


def _short(number: float) -> str:
    """Write a number of points with four decimals at most (0.00004 mm)."""
    return f"{round(number, 4) + 0.0:.4f}".rstrip("0").rstrip(".")


def _painted(shape: Shape, scene: Scene) -> str:
    """Return the operators that fill one shape: ink, path, nonzero fill."""
    inks = " ".join(f"{amount / 100:g}" for amount in shape.colour.cmyk)
    return "\n".join((f"{inks} k", *(_step(segment, scene) for segment in shape.path), "f"))


def _step(segment: Segment, scene: Scene) -> str:
    """Return one path operator; PDF counts y upwards from the lower left corner of the bleed."""
    bottom = scene.height_mm + scene.bleed_mm
    numbers = [_short(_pt(length)) for x, y in segment.points for length in (x + scene.bleed_mm, bottom - y)]
    return " ".join((*numbers, _OPERATORS[segment.op]))
