"""A drawing in millimetres: filled shapes on a trimmed sheet, from which every output format is written.

The origin is the top left corner of the trim box, x grows to the right and y downwards; the bleed lies
outside, at negative coordinates and beyond the width and height. Shapes are filled with the nonzero rule,
in order.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal, NamedTuple

from fontTools.misc.bezierTools import calcCubicBounds

from generator.printing.colours import Colour

Point = tuple[float, float]


class Segment(NamedTuple):
    """A step of a path: M(ove) and L(ine) take one point, C(ubic curve) three, Z (close) none."""

    op: Literal["M", "L", "C", "Z"]
    points: tuple[Point, ...] = ()


class Box(NamedTuple):
    """A rectangle by its edges."""

    left: float
    top: float
    right: float
    bottom: float

    def holds(self, other: "Box", slack: float = 1e-6) -> bool:
        """Tell whether `other` lies inside, give or take `slack`."""
        return (
            other.left >= self.left - slack
            and other.top >= self.top - slack
            and other.right <= self.right + slack
            and other.bottom <= self.bottom + slack
        )


@dataclass(frozen=True)
class Shape:
    """One filled path. `name` says what it is, as "底色" or "字3 村"."""

    name: str
    colour: Colour
    path: tuple[Segment, ...]


@dataclass(frozen=True)
class Scene:
    """A sheet of `width_mm` × `height_mm` after trimming, with `bleed_mm` more on each side."""

    title: str
    width_mm: float
    height_mm: float
    bleed_mm: float
    shapes: tuple[Shape, ...]

    @property
    def trim(self) -> Box:
        """Return the finished size."""
        return Box(0, 0, self.width_mm, self.height_mm)


def rectangle(box: Box) -> tuple[Segment, ...]:
    """Return the path around a box."""
    return (
        Segment("M", ((box.left, box.top),)),
        Segment("L", ((box.right, box.top),)),
        Segment("L", ((box.right, box.bottom),)),
        Segment("L", ((box.left, box.bottom),)),
        Segment("Z"),
    )


def placed(path: Iterable[Segment], scale: float, dx: float, dy: float) -> tuple[Segment, ...]:
    """Return a path scaled about the origin, then moved."""
    return tuple(Segment(s.op, tuple((x * scale + dx, y * scale + dy) for x, y in s.points)) for s in path)


def bounds(path: Iterable[Segment]) -> Box | None:
    """Return the exact edges of a path, curves included; None for an empty path."""
    corners: list[Point] = []
    here: Point = (0.0, 0.0)
    for op, points in path:
        if op == "C":
            left, top, right, bottom = calcCubicBounds(here, *points)
            corners += [(left, top), (right, bottom)]
        corners += points[-1:]
        here = points[-1] if points else here
    if not corners:
        return None
    xs, ys = zip(*corners, strict=True)
    return Box(min(xs), min(ys), max(xs), max(ys))
