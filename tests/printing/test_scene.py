import pytest

from generator.printing.outlines import segments
from generator.printing.scene import Box, Segment, bounds, placed, rectangle


def test_bounds_are_exact_on_curves():
    arch = (Segment("M", ((0, 0),)), Segment("C", ((0, 4), (4, 4), (4, 0))), Segment("Z"))
    assert bounds(arch) == Box(0, 0, 4, 3)
    assert bounds(()) is None


def test_placed():
    assert bounds(placed(rectangle(Box(0, 0, 1, 2)), 10, 5, 1)) == Box(5, 1, 15, 21)


def test_holds():
    assert Box(0, 0, 2, 2).holds(Box(0, 0, 2, 2))
    assert not Box(0, 0, 2, 2).holds(Box(0, 0, 2, 2.1))


def test_quadratic_curves_become_the_same_cubics():
    recording = [("moveTo", ((0, 0),)), ("qCurveTo", ((3, 6), (6, 0))), ("closePath", ())]
    move, curve, close = segments(recording)
    assert (move.op, close.op) == ("M", "Z")
    assert curve.points == (pytest.approx((2, 4)), pytest.approx((4, 4)), (6, 0))
