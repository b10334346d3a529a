"""G106, G112: a layout with one measure of two, or lying where it should stand

What it does: wants `width_mm` and `height_mm` together in a layout, and the longer of the two to go the way of
    the layout's `orientation`.
Why: the drawing is made at 1:1 from these two numbers; documents write 240×35 without saying which is which,
    and a plaque drawn on its side is a plaque thrown away.
Example:
    in catalog/shaanxi/baoji/signs/residents-committee.yaml
    -     height_mm: 3000
    in catalog/national/signs/villagers-committee.yaml
    -     width_mm: 350
    -     height_mm: 2400
    +     width_mm: 2400
    +     height_mm: 350
Use instead: both measures, read by the orientation, with the reading in `reading`.
How to mend: look which of the two the document means; where it gives only one, put it into `reading` in words.
References: 厅字〔2022〕28号 二（二）第6点 (名称和式样).
"""

from collections.abc import Iterator

from generator.catalogue.model import Catalogue
from generator.codes import finding
from generator.findings import Finding
from generator.rules.sign_steps import Said, all_of, signs_of
from generator.words import ORIENTATIONS


def check(catalogue: Catalogue) -> Iterator[Finding]:
    """Yield a finding for each layout that cannot be drawn as it is written."""
    for said in signs_of(catalogue):
        whole = {entry.get("id"): entry for entry in all_of(said.sign, "layouts")}
        for index, own in said.entries("layouts"):
            layout = whole.get(own.get("id"), own)
            width, height = layout.get("width_mm"), layout.get("height_mm")
            if (width is None) != (height is None):
                lacks = "width_mm" if width is None else "height_mm"
                yield finding(
                    "G106",
                    said.at("layouts", index, "height_mm" if width is None else "width_mm"),
                    lacks=lacks,
                )
            elif isinstance(width, int | float) and isinstance(height, int | float):
                yield from _lying(said, index, str(layout.get("orientation")), width, height)


def _lying(said: Said, index: int, orientation: str, width: float, height: float) -> Iterator[Finding]:
    longer = "horizontal" if width > height else "vertical"
    if width != height and orientation in ORIENTATIONS and orientation != longer:
        yield finding(
            "G112", said.at("layouts", index, "width_mm"), orientation=ORIENTATIONS[orientation], width=f"{width:g}",
            height=f"{height:g}", orientation_en=orientation,
        )  # fmt: skip
