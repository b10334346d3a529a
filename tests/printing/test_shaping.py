import pytest

from generator.printing.fonts import load_face, sans, serif
from generator.printing.problems import InvisibleCharacter, MissingGlyph, Problems
from generator.printing.scene import bounds
from generator.printing.shaping import outline
from tests.printing.rare import rare_font


@pytest.mark.parametrize("face", [serif(), sans()], ids=lambda face: face.family)
def test_outline_fills_square_cells(face):
    glyphs = outline(face, "村民", "牌面文字")
    assert [(g.text, g.advance) for g in glyphs] == [("村", 1.0), ("民", 1.0)]
    for glyph in glyphs:
        box = bounds(glyph.path)
        assert 0 < box.left < box.right < 1
        assert 0 < box.top < box.bottom < 1


def test_vertical_brackets_turn():
    (across,) = outline(sans(), "（", "牌面文字")
    (down,) = outline(sans(), "（", "牌面文字", "ttb")
    lying, standing = bounds(down.path), bounds(across.path)
    assert standing.bottom - standing.top > standing.right - standing.left
    assert lying.right - lying.left > lying.bottom - lying.top
    assert lying.top > 0.5, "an opening bracket sits next to what follows it"


def test_vertical_and_horizontal_squares_agree():
    (across,) = outline(sans(), "村", "牌面文字")
    (down,) = outline(sans(), "村", "牌面文字", "ttb")
    assert bounds(across.path) == pytest.approx(bounds(down.path))


@pytest.mark.parametrize("character", ["\U00021336", "\ue08b", "𠮷"])
def test_missing_glyph_is_named(character):
    problems = outline(sans(), f"石{character}村", "牌面文字")
    assert problems == Problems((MissingGlyph("牌面文字", character, "Noto Sans SC"),))
    message = problems.items[0].message
    assert f"U+{ord(character):04X}" in message.zh
    assert message.zh.startswith("牌面文字：")
    assert f"U+{ord(character):04X}" in message.en


@pytest.mark.parametrize("character", ["\u200b", "\u202e", "\n", "\x00", "\u2060"])
def test_invisible_characters_are_refused(character):
    assert outline(sans(), f"村{character}民", "牌面文字") == Problems(
        (InvisibleCharacter("牌面文字", character),)
    )


def test_an_unknown_variant_is_not_dropped():
    problems = outline(sans(), "村\U000e01ef", "牌面文字")
    assert problems == Problems((MissingGlyph("牌面文字", "村\U000e01ef", "Noto Sans SC"),))


def test_every_bad_character_is_reported_once():
    problems = outline(sans(), "𠮷\u200b𠮷", "牌面文字")
    assert [p.code for p in problems.items] == ["P101", "P102"]


def test_own_font_with_quadratic_curves(tmp_path):
    face = load_face(rare_font(tmp_path / "rare.ttf"))
    (glyph,) = outline(face, "\U00021336", "牌面文字")
    box = bounds(glyph.path)
    assert (box.left, box.right) == pytest.approx((0.1, 0.9))
    assert box.bottom == pytest.approx(0.88)
    assert {s.op for s in glyph.path} == {"M", "L", "C", "Z"}
