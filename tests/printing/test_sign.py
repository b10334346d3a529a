import math
from dataclasses import replace

import pytest

from generator.printing.fonts import load_face, sans, serif
from generator.printing.problems import DoesNotFit, Problems, SizeOutOfRange
from generator.printing.scene import bounds
from generator.printing.sign import DrawnSign, draw_sign
from tests.printing.rare import RARE, rare_font
from tests.printing.samples import BOARD, SIGN


def drawn(spec=SIGN, face=None):
    sign = draw_sign(spec, face or sans())
    assert isinstance(sign, DrawnSign), sign
    return sign


def test_one_shape_a_character_in_reading_order():
    names = [shape.name for shape in drawn().scene.shapes]
    assert names[:4] == ["字1 ×", "字2 ×", "字3 镇", "字4 （"]
    assert len(names) == len(SIGN.text)
    tops = [bounds(shape.path).top for shape in drawn().scene.shapes]
    assert tops == sorted(tops)


def test_vertical_column_stands_in_the_middle():
    boxes = {s.name: bounds(s.path) for s in drawn().scene.shapes}
    cross = boxes["字1 ×"]
    assert (cross.left + cross.right) / 2 == pytest.approx(175, abs=0.5)


def test_computed_values_are_the_sites_and_true():
    values = {v.label: v for v in drawn().computed}
    assert {v.kind for v in values.values()} == {"site"}
    letter, pitch = (float(values[k].value.split()[0]) for k in ("字高", "字距"))
    margin = float(values["边距"].value.split()[1])
    assert 2 * margin + letter + (len(SIGN.text) - 1) * pitch == pytest.approx(SIGN.height_mm)
    assert letter <= 0.72 * SIGN.width_mm


def test_a_stated_value_is_not_computed_again():
    from generator.printing.spec import SpecValue

    spec = replace(SIGN, values=(*SIGN.values, SpecValue("字体", "宋体", kind="user")))
    assert "字体" not in {v.label for v in drawn(spec).computed}


def test_background_reaches_into_the_bleed():
    ground = drawn(BOARD, serif()).scene.shapes[0]
    assert ground.name == "底色"
    assert bounds(ground.path) == (-3, -3, 1203, 303)


def test_too_small_to_read():
    problems = draw_sign(replace(SIGN, height_mm=50), sans())
    assert isinstance(problems, Problems)
    assert isinstance(problems.items[0], DoesNotFit)
    assert "2.8 毫米" in problems.items[0].message.zh


def test_no_text():
    assert isinstance(draw_sign(replace(SIGN, text=""), sans()), Problems)


@pytest.mark.parametrize("bad", [0, -5, math.nan, math.inf, 6000])
def test_impossible_sizes(bad):
    problems = draw_sign(replace(SIGN, width_mm=bad), sans())
    assert isinstance(problems, Problems)
    assert isinstance(problems.items[0], SizeOutOfRange)
    assert problems.items[0].where == "尺寸（宽）"


def test_all_problems_at_once():
    problems = draw_sign(replace(SIGN, text="𠮷", text_colour="彩虹", bleed_mm=-1), sans())
    assert [p.code for p in problems.items] == ["P105", "P104", "P101"]


def test_the_users_font(tmp_path):
    spec = replace(SIGN, text=RARE)
    assert len(drawn(spec, load_face(rare_font(tmp_path / "rare.ttf"))).scene.shapes) == 1
