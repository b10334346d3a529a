from dataclasses import replace

import pytest

from generator.printing.spec import SpecValue, size_text
from tests.printing.samples import SIGN, STANDARD


def test_basis_says_who_chose():
    assert SpecValue("材质", "木制", STANDARD).basis == (STANDARD,)
    assert SpecValue("材质", "木制").basis == ("文件未载",)
    assert SpecValue("尺寸", "宽 1", kind="user").basis == ("用户指定",)
    assert SpecValue("出血", "3", "裁切用", "site").basis == ("本站取值（非文件规定）", "裁切用")


def test_size_text():
    assert size_text(350, 2400.5) == "宽 350 × 高 2400.5 毫米"


@pytest.mark.parametrize("label", ["牌面文字", "尺寸", "字色"])
def test_a_drawn_value_needs_a_source(label):
    with pytest.raises(ValueError, match=label):
        replace(SIGN, values=tuple(v for v in SIGN.values if v.label != label))


def test_a_printed_background_needs_a_source():
    with pytest.raises(ValueError, match="底色"):
        replace(SIGN, background="白")


def test_the_site_never_chooses_a_size():
    values = tuple(replace(v, kind="site") if v.label == "尺寸" else v for v in SIGN.values)
    with pytest.raises(ValueError, match="size"):
        replace(SIGN, values=values)
