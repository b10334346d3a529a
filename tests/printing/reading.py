"""What an independent reader (pdfium) finds in a PDF, in millimetres from the top left corner of the page."""

from collections.abc import Iterator
from dataclasses import dataclass

import pypdfium2
from pypdfium2 import raw

MM_PER_PT = 25.4 / 72


@dataclass(frozen=True)
class Page:
    """Sizes and boxes in pt as pdfium reports them; `paths` are painted boxes: left, top, right, bottom."""

    width: float
    height: float
    trim: tuple[float, ...]
    bleed: tuple[float, ...]
    paths: tuple[tuple[float, ...], ...]
    text: str
    fonts: int


def read(pdf: bytes) -> Page:
    document = pypdfium2.PdfDocument(pdf)
    assert len(document) == 1
    page = document[0]
    width, height = page.get_size()
    return Page(
        width,
        height,
        page.get_trimbox(),
        page.get_bleedbox(),
        tuple(paths(page, height)),
        page.get_textpage().get_text_range(),
        pdf.count(b"/Font"),
    )


def paths(page: pypdfium2.PdfPage, height: float) -> Iterator[tuple[float, ...]]:
    for found in page.get_objects(filter=[raw.FPDF_PAGEOBJ_PATH]):
        left, bottom, right, top = found.get_bounds()
        yield tuple(n * MM_PER_PT for n in (left, height - top, right, height - bottom))


def inks(pdf: bytes) -> set[bytes]:
    """Return the fill operators of an uncompressed content stream."""
    return {line for line in pdf.split(b"\n") if line.endswith((b" k", b" rg", b" g"))}
