import pytest

from generator.printing.colours import Colour, colour
from generator.printing.problems import UnknownColour


def test_black_is_black_ink_alone():
    black = colour("黑", "字色")
    assert black == colour("黑色", "字色")
    assert isinstance(black, Colour)
    assert (black.inks, black.hex) == ("C0 M0 Y0 K100", "#000000")


def test_inks():
    teal = colour("C100 M5 Y60 K0", "底色")
    assert teal == Colour("C100 M5 Y60 K0", (100, 5, 60, 0), (0, 242, 102))


@pytest.mark.parametrize("text", ["", "彩虹", "C101 M0 Y0 K0", "C0 M0 Y0", "red"])
def test_unknown_colours(text):
    problem = colour(text, "底色")
    assert isinstance(problem, UnknownColour)
    assert "底色" in problem.message.zh
    assert "黑" in problem.cure.zh


def test_light():
    assert colour("白", "").light
    assert not colour("红", "").light
