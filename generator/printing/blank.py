"""A certificate to print and fill in by hand, on A4 with the page geometry of GB/T 9704.

GB/T 9704-2012 governs the documents of party and state organs, not a village's proofs; the sheet says so.
"""

from generator.dates import chinese
from generator.printing.fonts import Face
from generator.printing.problems import DoesNotFit, Problem, Problems, SizeOutOfRange
from generator.printing.spec import BlankField, BlankSpec, Run
from generator.printing.typesetting import pictured, typeset

TYPE_AREA_MM = 156.0
"""Width of the type area (GB/T 9704-2012, 5.2.1: 156 mm × 225 mm)."""
LEAST_FIELD_MM = 6.0

GEOMETRY_NOTE = (
    "版心参照 GB/T 9704—2012（上边距 37 毫米，左边距 28 毫米，版心 156 毫米×225 毫米）。"
    "该标准规定的是党政机关公文格式，不是村级证明的格式；字体以宋体代替。"
)
SEAL_NOTE = "虚线圈只表示盖章处，印章大小以实际印章为准。"


def blank_certificate(spec: BlankSpec, extra: Face | None = None) -> bytes | Problems:
    """Return the blank as a PDF of one page; a gap wider than the line is a problem (P103, P104)."""
    if bad := _bad_fields(spec):
        return Problems(bad)
    return typeset("certificate", blank_data(spec), extra)


def blank_picture(spec: BlankSpec) -> bytes:
    """Return the same sheet as a PNG, once `blank_certificate` could set it."""
    return pictured("certificate", blank_data(spec))


def blank_data(spec: BlankSpec) -> dict[str, object]:
    """Return what the template prints: strings, and widths in mm."""
    return {
        "title": spec.title,
        "item": f"{spec.item_name}（{spec.item_id}）",
        "place": spec.place_name,
        "mark": spec.mark,
        "paragraphs": [
            {"indent": paragraph.indent, "runs": [_run(run) for run in paragraph.runs]}
            for paragraph in spec.paragraphs
        ],
        "issuer": [_run(run) for run in spec.issuer],
        "signers": list(spec.signers),
        "seal": spec.seal,
        "basis": list(spec.basis),
        "notes": [*spec.notes, *((SEAL_NOTE,) if spec.seal else ()), GEOMETRY_NOTE],
        "data_as_of": chinese(spec.data_as_of),
        "footer": spec.footer,
    }


def _run(run: Run) -> dict[str, object]:
    if isinstance(run, BlankField):
        return {"label": run.label, "width": run.width_mm}
    return {"text": run.text}


def _bad_fields(spec: BlankSpec) -> tuple[Problem, ...]:
    runs = [run for paragraph in spec.paragraphs for run in paragraph.runs] + list(spec.issuer)
    bad: list[Problem] = []
    for field in (run for run in runs if isinstance(run, BlankField)):
        if field.width_mm > TYPE_AREA_MM:
            needed = f"空格宽 {field.width_mm:g} 毫米，版心宽 {TYPE_AREA_MM:g} 毫米"
            bad.append(DoesNotFit(field.label, needed))
        elif not field.width_mm >= LEAST_FIELD_MM:
            bad.append(SizeOutOfRange(field.label, field.width_mm, LEAST_FIELD_MM, TYPE_AREA_MM))
    return tuple(bad)
