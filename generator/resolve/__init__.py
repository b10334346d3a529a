"""The fold: `resolve(catalogue, place, on)` is a place's directory on a day. No clock, no disk, no network."""

from generator.resolve.directory import Directory, Item, TrailStep, Upcoming, Value, Withdrawn
from generator.resolve.fold import fold_item
from generator.resolve.resolve import resolve

__all__ = [
    "Directory", "Item", "TrailStep", "Upcoming", "Value", "Withdrawn", "fold_item", "resolve",
]  # fmt: skip
