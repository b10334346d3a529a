"""The fold: `resolve(catalogue, place, on)` is a place's directory on a day. No clock, no disk, no network."""

from generator.resolve.directory import Directory, Item, TrailStep, Upcoming, Value, Withdrawn
from generator.resolve.resolve import OutsideItsTimeError, resolve, resolve_tree

__all__ = [
    "Directory", "Item", "OutsideItsTimeError", "TrailStep", "Upcoming", "Value", "Withdrawn", "resolve",
    "resolve_tree",
]  # fmt: skip
