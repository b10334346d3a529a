from dataclasses import replace
from itertools import pairwise

import pytest

from generator.printing.fonts import sans, serif
from generator.printing.pdf import to_pdf
from generator.printing.sign import draw_sign
from tests.printing.reading import MM_PER_PT, inks, read
from tests.printing.samples import BOARD, SIGN

SIGN_PDF = to_pdf(draw_sign(SIGN, sans()).scene)
BOARD_PDF = to_pdf(draw_sign(BOARD, serif()).scene)


@pytest.mark.parametrize(("pdf", "spec"), [(SIGN_PDF, SIGN), (BOARD_PDF, BOARD)], ids=["sign", "board"])
def test_page_is_the_trim_and_twice_the_bleed(pdf, spec):
    page = read(pdf)
    assert page.width * MM_PER_PT == pytest.approx(spec.width_mm + 2 * spec.bleed_mm, abs=0.01)
    assert page.height * MM_PER_PT == pytest.approx(spec.height_mm + 2 * spec.bleed_mm, abs=0.01)
    assert [n * MM_PER_PT for n in page.bleed] == pytest.approx(
        [0, 0, spec.width_mm + 6, spec.height_mm + 6], abs=1e-3
    )
    assert [n * MM_PER_PT for n in page.trim] == pytest.approx(
        [3, 3, spec.width_mm + 3, spec.height_mm + 3], abs=1e-3
    )


def test_letters_lie_inside_the_trim():
    for left, top, right, bottom in read(SIGN_PDF).paths:
        assert 3 <= left < right <= 353
        assert 3 <= top < bottom <= 2403


def test_equal_pitch_measured_on_equal_characters():
    spec = replace(SIGN, text="村" * 12)
    paths = read(to_pdf(draw_sign(spec, sans()).scene)).paths
    tops = [top for _, top, _, _ in paths]
    steps = [after - before for before, after in pairwise(tops)]
    assert len(tops) == 12
    assert steps == pytest.approx([steps[0]] * 11, abs=0.01)
    lefts = {round(left, 2) for left, *_ in paths}
    assert len(lefts) == 1


def test_letters_stand_in_the_middle_of_the_board():
    paths = read(to_pdf(draw_sign(replace(SIGN, text="口" * 9), sans()).scene)).paths
    above, below = paths[0][1] - 3, 2403 - paths[-1][3]
    letter = paths[0][3] - paths[0][1]
    assert abs(above - below) / 2 < letter / 15, "up to where the font sets 口 in its square"


def test_no_fonts_and_no_text():
    page = read(SIGN_PDF)
    assert (page.fonts, page.text) == (0, "")


def test_inks_are_cmyk():
    assert inks(SIGN_PDF) == {b"0 0 0 1 k"}
    assert inks(BOARD_PDF) == {b"0 0 0 0 k", b"0 1 1 0.05 k"}


def test_same_bytes_without_dates_or_identifier():
    assert to_pdf(draw_sign(SIGN, sans()).scene) == SIGN_PDF
    for word in (b"/ID", b"Date", b"Producer"):
        assert word not in SIGN_PDF


@pytest.mark.parametrize("title", ['x) /OpenAction (<script>&"\\', "endstream endobj )>> <script>村"])
def test_hostile_title_is_text(title):
    import io

    import pikepdf
    import pypdfium2

    pdf = to_pdf(replace(draw_sign(SIGN, sans()).scene, title=title))
    assert pypdfium2.PdfDocument(pdf).get_metadata_value("Title") == title
    assert b"<script>" not in pdf.split(b"<?xpacket")[1]
    with pikepdf.open(io.BytesIO(pdf)) as document:
        assert document.get_warnings() == []
        assert set(document.Root.keys()) == {"/Type", "/Pages", "/Metadata", "/Lang"}
        assert len(document.objects) == 6
