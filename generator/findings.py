"""Findings: what is wrong with somebody's input, where it stands, and how to mend it.

A finding is a value. Functions that can fail on the user's data return findings; exceptions are for our own
mistakes and for stopping the command.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Literal

Lang = Literal["zh", "en"]


class Severity(StrEnum):
    """What a finding does: an error leaves the file out, a warning and a note only speak."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


@dataclass(frozen=True, order=True)
class Position:
    """A place in a file. `file` is relative with `/` between folders; line and column count characters from 1.

    The end is exclusive, and 0 where only the beginning is known; places are the same where they begin the same. In a
    spreadsheet line and column are those of the cell (of a csv file: of the text), and `cell` is its name: 事项!B2.
    """

    file: str
    line: int = 1
    column: int = 1
    end_line: int = field(default=0, compare=False)
    end_column: int = field(default=0, compare=False)
    cell: str = field(default="", compare=False)

    def __str__(self) -> str:
        return f"{self.file}:{self.line}:{self.column}" + (f"({self.cell})" if self.cell else "")


@dataclass(frozen=True)
class Text:
    """One sentence in Chinese and in English."""

    zh: str
    en: str

    def say(self, lang: Lang) -> str:
        """Return the sentence in the language asked for."""
        return self.zh if lang == "zh" else self.en


@dataclass(frozen=True)
class Acceptance:
    """Why a file accepts a finding about itself, and since which day (YYYY-MM-DD)."""

    reason: str
    on: str


@dataclass(frozen=True)
class Finding:
    """One thing to mend: place, code, what is wrong, and the cure."""

    position: Position
    code: str
    severity: Severity
    message: Text
    cure: Text
    fix: str | None = (
        None  # what `check --fix` writes over the place, "{}" standing for what is there; None: by hand
    )
    accepted: Acceptance | None = None  # its file knows of it and says why it stays

    @property
    def quiet(self) -> bool:
        """Tell whether it is said only to who asks for all: a note, or what its file accepts."""
        return self.severity is Severity.NOTE or self.accepted is not None

    def sort_key(self) -> tuple[Position, str, str]:
        """Order findings by place, then by code, so that output never depends on the order of checks."""
        return (self.position, self.code, self.message.zh)


def in_order(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Return findings sorted by place, each said once."""
    return tuple(sorted(set(findings), key=Finding.sort_key))


def has_errors(findings: Iterable[Finding]) -> bool:
    """Tell whether any finding is an error."""
    return any(f.severity is Severity.ERROR for f in findings)


def broken_files(findings: Iterable[Finding]) -> frozenset[str]:
    """Return the files that errors leave out."""
    return frozenset(f.position.file for f in findings if f.severity is Severity.ERROR)
