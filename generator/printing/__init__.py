"""Printing: signs at 1:1 (PDF, SVG), their spec sheets, blank forms. Specs in, bytes or problems out."""

from generator.printing.blank import blank_certificate, blank_picture
from generator.printing.fonts import Face, load_face, sans, serif
from generator.printing.pdf import to_pdf
from generator.printing.problems import Problem, Problems
from generator.printing.sheet import spec_sheet
from generator.printing.sign import DrawnSign, draw_sign
from generator.printing.spec import BlankField, BlankSpec, Paragraph, SignSpec, SpecValue, TextRun, size_text
from generator.printing.svg import to_svg

__all__ = [
    "BlankField",
    "BlankSpec",
    "DrawnSign",
    "Face",
    "Paragraph",
    "Problem",
    "Problems",
    "SignSpec",
    "SpecValue",
    "TextRun",
    "blank_certificate",
    "blank_picture",
    "draw_sign",
    "load_face",
    "sans",
    "serif",
    "size_text",
    "spec_sheet",
    "to_pdf",
    "to_svg",
]
