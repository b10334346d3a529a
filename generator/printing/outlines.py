"""Glyph outlines as fontTools pens record them, turned into the segments of a scene."""

from collections.abc import Iterable
from typing import Any

from fontTools.pens.basePen import decomposeQuadraticSegment

from generator.printing.scene import Point, Segment


def segments(recording: Iterable[tuple[str, tuple[Any, ...]]]) -> list[Segment]:
    """Return the segments of a RecordingPen's value; quadratic curves become the same cubic curves."""
    path: list[Segment] = []
    here: Point = (0.0, 0.0)
    for name, points in recording:
        if name == "qCurveTo":
            for control, end in decomposeQuadraticSegment(points):
                path.append(Segment("C", (*_raised(here, control, end), end)))
                here = end
            continue
        match name:
            case "moveTo":
                path.append(Segment("M", points))
            case "lineTo":
                path.append(Segment("L", points))
            case "curveTo":
                path.append(Segment("C", points))
            case _:
                path.append(Segment("Z"))
        here = points[-1] if points else here
    return path


def _raised(start: Point, control: Point, end: Point) -> tuple[Point, Point]:
    """Return the two control points of the cubic curve equal to a quadratic one."""

    def toward(a: float, b: float) -> float:
        return a + 2 / 3 * (b - a)

    return (
        (toward(start[0], control[0]), toward(start[1], control[1])),
        (toward(end[0], control[0]), toward(end[1], control[1])),
    )
