"""Lines of lists of pages."""

from dataclasses import dataclass

from generator.words import Verdict


@dataclass(frozen=True)
class Row:
    """A line of a list of pages."""

    name: str
    path: str
    words: str = ""
    kind: str = ""


@dataclass(frozen=True)
class Group:
    """Matters under one heading, or under a verdict with its shape."""

    verdict: Verdict | None
    heading: str
    rows: tuple[Row, ...]
    code: str = ""
