from dataclasses import replace

import pytest

from generator.printing.fonts import load_face, sans, serif
from generator.printing.problems import InvisibleCharacter, MissingGlyph, Problems, TooLong
from generator.printing.sheet import reduce, rows, sheet_data, spec_sheet
from generator.printing.sign import draw_sign
from generator.printing.spec import WHO_SPEAKS, SpecValue
from tests.printing.rare import RARE, rare_font
from tests.printing.reading import MM_PER_PT, read
from tests.printing.samples import BOARD, SIGN, STANDARD


def sheet(spec, face=None):
    return spec_sheet(spec, draw_sign(spec, face or sans()))


def words(pdf):
    """The text without spaces and line breaks, which fall where the page leaves them."""
    return "".join(read(pdf).text.split())


def test_a4():
    page = read(sheet(SIGN))
    assert (page.width * MM_PER_PT, page.height * MM_PER_PT) == pytest.approx((210, 297), abs=0.01)


def test_sheet_says_what_each_value_rests_on():
    text = words(sheet(SIGN))
    assert text.count("《村级组织活动场所建设规范》") == 4
    for said in ("宽350×高2400毫米", "木制或铜制", "文件未载", "本站取值（非文件规定）", "1:15", "参考"):
        assert said in text
    for said in (SIGN.reference_note, WHO_SPEAKS, "2026年11月24日", "sign/village-committee"):
        assert said in text


def test_the_users_values_are_the_users():
    text = words(sheet(BOARD, serif()))
    assert text.count("用户指定") == 4
    assert "参考" not in text


def test_dimensions_stand_on_the_drawing():
    numbers = read(sheet(SIGN)).text.split()
    assert "350" in numbers
    assert "2400" in numbers


def test_rows_keep_their_order_and_gaps():
    extra = replace(SIGN, values=(*SIGN.values, SpecValue("悬挂位置", "门口左侧", STANDARD)))
    found = rows(extra, draw_sign(extra, sans()))
    labels = [value.label for value in found]
    assert labels == [
        *("牌面文字", "尺寸", "底色", "字色", "材质", "字体", "字高", "字距", "边距", "出血"),
        *("油墨值", "悬挂位置"),
    ]
    assert found[2] == SpecValue("底色", "文件未载", "—")


@pytest.mark.parametrize(
    ("width", "height", "orientation", "reduction"),
    [
        (350, 2400, "vertical", 15),
        (1200, 300, "horizontal", 10),
        (100, 40, "horizontal", 1),
        (5000, 5000, "vertical", 150),
        (5000, 5000, "horizontal", 100),
    ],
)
def test_scales(width, height, orientation, reduction):
    drawing = reduce(replace(SIGN, width_mm=width, height_mm=height, orientation=orientation))
    assert drawing.reduction == reduction
    assert drawing.width_mm == pytest.approx(width / reduction, abs=1e-3)


def test_same_bytes():
    assert sheet(SIGN) == sheet(SIGN)


HOSTILE = '#panic() <script>x</script> "\\ $x$ @a *b* [c] #import "/etc/passwd"'


def test_hostile_text_is_printed_as_it_is():
    spec = replace(SIGN, title=HOSTILE, place_name=HOSTILE, notes=(HOSTILE,), reference_note=HOSTILE)
    text = words(sheet(spec))
    assert text.count("".join(HOSTILE.split())) >= 4


def test_a_missing_glyph_is_named_with_its_field():
    problems = sheet(replace(SIGN, notes=("好", f"村{RARE}")))
    assert problems == Problems((MissingGlyph("notes.1", RARE, "Noto Serif SC、Noto Sans SC"),))


def test_direction_marks_are_refused():
    problems = sheet(replace(SIGN, place_name="甲\u202e乙"))
    assert problems == Problems((InvisibleCharacter("place", "\u202e"),))


def test_a_rare_name_with_the_users_font(tmp_path):
    face = load_face(rare_font(tmp_path / "rare.ttf"))
    spec = replace(SIGN, text=RARE, values=(SpecValue("牌面文字", RARE, kind="user"), *SIGN.values[1:]))
    sign = draw_sign(spec, face)
    assert isinstance(spec_sheet(spec, sign), Problems)
    assert RARE in read(spec_sheet(spec, sign, face)).text


def test_too_much_for_the_page_is_said():
    problems = sheet(replace(SIGN, notes=("很长的说明。" * 30,) * 12))
    assert problems == Problems((TooLong("村民委员会牌", 2),))


def test_light_letters_on_bare_material_get_a_grey_ground():
    spec = replace(
        SIGN,
        text_colour="白",
        values=tuple(replace(v, value="白") if v.label == "字色" else v for v in SIGN.values),
    )
    data = sheet_data(spec, draw_sign(spec, sans()))
    assert data["backdrop"] is True
    assert "图中灰底只为看清浅色字形。" in data["notes"]
