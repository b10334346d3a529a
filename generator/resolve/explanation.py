"""What explains an item or a field in a place on a day (FOLD F41): the answer of `explain`."""

from dataclasses import dataclass
from datetime import date
from typing import Literal

from generator.findings import Text
from generator.resolve.directory import TrailStep, Upcoming, Value
from generator.resolve.editions import Citation

Why = Literal[
    "listed", "withdrawn", "lapsed", "redirected", "offered", "not_yet", "never_here", "unknown_item", "no_place",
    "missing", "unknown_field", "field_absent", "field_removed", "field_ended", "field_suspended",
]  # fmt: skip


@dataclass(frozen=True)
class Explanation:
    """What is known of an item or a field in a place on a day. `values` are the leaves asked for."""

    place: str
    item: str
    field: str | None
    on: date
    state: Why
    said: Text  # the state in a sentence
    name: str = ""
    values: tuple[tuple[str, Value], ...] = ()
    steps: tuple[TrailStep, ...] = ()  # the steps that explain an absence
    articles: tuple[Citation, ...] = ()  # of the bases and conflicts, those numbered otherwise on the day
    upcoming: tuple[Upcoming, ...] = ()
    date_uncertain: bool = False  # what is absent may be there: the day lies inside an imprecise bound (F1)
    left_out: tuple[str, ...] = ()  # the files with errors that it depends on, as paths below the catalogue
