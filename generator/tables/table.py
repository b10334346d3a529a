"""A table: a header and rows of text, each cell with its place; and the limits within which one is read."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from generator.findings import Finding, Position

MAX_FILE = 4 * 1024 * 1024  # bytes of the file
MAX_UNPACKED = 12 * 1024 * 1024  # bytes of all parts of a workbook
MAX_PARTS = 500
MAX_ELEMENTS = 300_000  # XML elements of all parts that are read
MAX_DEPTH = 32  # of XML elements
MAX_ROWS = 5_000
MAX_COLUMNS = 100
MAX_CELLS = 50_000
MAX_FINDINGS = 1_000  # of one table; more help nobody, and would fill the memory
MAX_TEXT = 2_000  # characters of one cell

Kind = Literal["text", "number", "date", "boolean"]


@dataclass(frozen=True)
class Cell:
    """One filled cell. `text` is what is written there, without blanks around it; dates are ISO 8601.

    `kind` tells how the workbook stores it; every cell of a csv file is "text".
    """

    text: str
    kind: Kind
    position: Position


@dataclass(frozen=True)
class Row:
    """One row below the header: its number in the sheet, its filled cells by column title, and where it begins."""

    number: int
    cells: Mapping[str, Cell]
    position: Position

    def text(self, title: str) -> str | None:
        """Return the text below a title, None where the cell is empty."""
        cell = self.cells.get(title)
        return cell.text if cell else None

    def at(self, title: str) -> Position:
        """Return the place of the cell below a title, of the row where it is empty."""
        cell = self.cells.get(title)
        return cell.position if cell else self.position


@dataclass(frozen=True)
class Table:
    """What was read. Where `findings` has errors the rows may be incomplete: show them, do not import them."""

    file: str
    titles: tuple[str, ...] = ()
    rows: tuple[Row, ...] = ()
    findings: tuple[Finding, ...] = ()


@dataclass
class Sheet:
    """The cells of one sheet as a reader finds them: rows by number, cells by column number, both from 1."""

    rows: dict[int, dict[int, Cell]] = field(default_factory=dict)
    findings: list[Finding] = field(default_factory=list)
    filled: int = 0

    def tell(self, found: Finding) -> None:
        """Add a finding, up to one more than are told."""
        if len(self.findings) <= MAX_FINDINGS:
            self.findings.append(found)


class UnreadableError(Exception):
    """Stops reading one table; carries its finding. Never leaves this package."""

    def __init__(self, found: Finding) -> None:
        self.found = found


def letters(column: int) -> str:
    """Return the letters of a column number: 1 is A, 27 is AA."""
    name = ""
    while column:
        column, rest = divmod(column - 1, 26)
        name = chr(ord("A") + rest) + name
    return name
