"""One sheet of a workbook to cells. Formulas are not evaluated, and their stored results not believed."""

import re

from generator.codes import finding
from generator.findings import Finding, Position
from generator.tables.numbers import LONG_NUMBER, Shown, as_date, as_number
from generator.tables.package import Package
from generator.tables.table import (
    MAX_CELLS,
    MAX_COLUMNS,
    MAX_ROWS,
    MAX_TEXT,
    Cell,
    Kind,
    Sheet,
    UnreadableError,
    letters,
)
from generator.tables.workbook import SheetPart, Workbook, open_workbook
from generator.tables.xml import Attributes, Parts

_REFERENCE = re.compile(r"([A-Z]{1,3})([1-9][0-9]{0,6})")
_RANGE = re.compile(rf"{_REFERENCE.pattern}(?::{_REFERENCE.pattern})?")
_NOUGHT = re.compile(r"0+(\.0*)?")
_ESCAPE = re.compile(r"_x([0-9A-Fa-f]{4})_")
_BESIDE = re.compile(r"xl/(comments|threadedComments|media/|charts/)")
_FILLED = re.compile(rb"<(\w+:)?[vt][\s>]")


def read_workbook(data: bytes, file: str, name: str | None) -> Sheet:
    """Return the cells of the sheet `name`, by default the first that shows, and what was not read."""
    package = Package(data, file)
    parts = Parts(package)
    book = open_workbook(package, parts)
    chosen = next((s for s in book.sheets if (s.name == name if name else not s.hidden)), None)
    if chosen is None:
        names = [sheet.name for sheet in book.sheets]
        raise UnreadableError(finding("W109", Position(file), names=names))
    reader = _SheetReader(package, book, chosen)
    parts.parse(chosen.part, reader, reader.here)
    for other in book.sheets:
        if other is not chosen and _FILLED.search(package.read(other.part)):
            code = "W119" if other.hidden else "W118"
            reader.sheet.tell(
                finding(code, Position(file, cell=other.name), name=other.name, read=chosen.name)
            )
    if any(_BESIDE.match(part) for part in package.parts):
        reader.sheet.tell(finding("W120", Position(file)))
    return reader.sheet


class _SheetReader:
    """Takes the events of a sheet. A cell without a reference stands right of the one before it."""

    def __init__(self, package: Package, book: Workbook, part: SheetPart) -> None:
        self.sheet = Sheet()
        self._package, self._book, self._part = package, book, part
        self._row = self._column = 0
        self._open: list[str] = []
        self._attributes: Attributes = {}
        self._value: list[str] = []
        self._length = 0
        self._formula = False
        self._hidden_row = False

    def here(self) -> Position:
        """Return the place of the cell at hand."""
        row, column = max(self._row, 1), max(self._column, 1)
        return Position(self._package.file, row, column, cell=f"{self._part.name}!{letters(column)}{row}")

    def start(self, tag: str, attributes: Attributes) -> None:
        self._open.append(tag)
        if tag == "row":
            self._start_row(attributes)
        elif tag == "c":
            self._start_cell(attributes)
        elif tag == "f":
            self._formula = True
        elif tag == "mergeCell":
            self._merged(attributes.get("ref", ""))
        elif tag == "col" and _is_hidden(attributes, "width"):
            self._hidden_columns(attributes.get("min", ""))

    def end(self, tag: str) -> None:
        self._open.pop()
        if tag == "c":
            self._end_cell()

    def data(self, text: str) -> None:
        if self._open[-1] in ("v", "t") and "rPh" not in self._open:
            # One character more than may be is enough to say so; a text of megabytes is not kept.
            self._value.append(text[: max(0, MAX_TEXT + 1 - self._length)])
            self._length += len(text)

    def _start_row(self, attributes: Attributes) -> None:
        written = attributes.get("r", str(self._row + 1))
        number = int(written) if re.fullmatch(r"[1-9][0-9]{0,6}", written) else 0
        if number <= self._row:
            raise self._package.damaged("行号不对", "a row number is wrong", self.here())
        self._row, self._column = number, 0
        self._hidden_row = _is_hidden(attributes, "ht")

    def _start_cell(self, attributes: Attributes) -> None:
        self._attributes, self._value, self._length, self._formula = attributes, [], 0, False
        if "r" not in attributes:
            self._column += 1
            return
        reference = _REFERENCE.fullmatch(attributes["r"])
        column = _column(reference[1]) if reference else 0
        if reference is None or int(reference[2]) != self._row or column <= self._column:
            self._column += 1
            raise self._package.damaged("单元格的位置不对", "a cell reference is wrong", self.here())
        self._column = column

    def _end_cell(self) -> None:
        text, kind, found = self._read()
        if found is not None:
            self.sheet.tell(found)
        text = (_unescaped(text) if kind == "text" else text).strip()
        if not text:
            return
        self.sheet.filled += 1
        if self._row > MAX_ROWS or self._column > MAX_COLUMNS or self.sheet.filled > MAX_CELLS:
            limits = f"{MAX_ROWS} 行、{MAX_COLUMNS} 列、{MAX_CELLS} 格"
            what_en = f"{MAX_ROWS} rows, {MAX_COLUMNS} columns, {MAX_CELLS} cells"
            raise UnreadableError(finding("W110", self.here(), what=limits, what_en=what_en))
        if self._hidden_row and self._row not in self.sheet.rows:
            self.sheet.tell(finding("W121", self.here(), what="行", what_en="row"))
        self.sheet.rows.setdefault(self._row, {})[self._column] = Cell(text, kind, self.here())

    def _read(self) -> tuple[str, Kind, Finding | None]:
        written, kind = "".join(self._value), self._attributes.get("t", "n")
        if self._formula:
            return written, "text", finding("W113", self.here())
        if kind == "s":
            if not (written.isascii() and written.isdigit() and int(written) < len(self._book.texts)):
                raise self._package.damaged("单元格指向的文字不存在", "a cell has no text", self.here())
            return self._book.texts[int(written)], "text", None
        if kind == "b":
            return ("是" if written == "1" else "否"), "boolean", finding("W114", self.here(), value=written)
        if kind == "e":
            return written, "text", finding("W115", self.here(), value=written)
        if kind == "n" and written.strip():
            return self._read_number(written.strip())
        return written, "date" if kind == "d" else "text", None

    def _read_number(self, written: str) -> tuple[str, Kind, Finding | None]:
        style = self._attributes.get("s", "0")
        index = int(style) if style.isascii() and style.isdigit() and len(style) < 7 else 0
        form = self._book.formats[index] if index < len(self._book.formats) else Shown()
        number = as_number(written, form)
        if number is None:
            return written, "number", finding("W116", self.here(), value=written)
        if form.is_date:
            text = as_date(float(written), form, self._book.from_1904)
            return (written, "date", finding("W117", self.here(), value=written)) if text is None else (
                text, "date", None)  # fmt: skip
        if len(number.lstrip("-").partition(".")[0]) >= LONG_NUMBER:
            return number, "number", finding("W116", self.here(), value=number)
        return number, "number", None

    def _merged(self, reference: str) -> None:
        first = _RANGE.fullmatch(reference)
        if first is None:
            raise self._package.damaged("合并的范围写错了", "a merged range is wrong", self.here())
        row, column = int(first[2]), _column(first[1])
        cell = f"{self._part.name}!{reference}"
        self.sheet.tell(finding("W122", Position(self._package.file, row, column, cell=cell)))

    def _hidden_columns(self, first: str) -> None:
        column = int(first) if re.fullmatch(r"[1-9][0-9]{0,4}", first) else 1
        if column <= MAX_COLUMNS:
            at = Position(self._package.file, 1, column, cell=f"{self._part.name}!{letters(column)}")
            self.sheet.tell(finding("W121", at, what="列", what_en="column"))


def _is_hidden(attributes: Attributes, size: str) -> bool:
    """Tell whether a row or column is not seen: marked so, or drawn without height or width."""
    return attributes.get("hidden") in ("1", "true") or bool(_NOUGHT.fullmatch(attributes.get(size, "")))


def _unescaped(text: str) -> str:
    """Return a text with the characters it writes as _xHHHH_ (ISO/IEC 29500-1, 22.9.2.19); line ends as Unix has."""
    told = _ESCAPE.sub(lambda found: chr(int(found[1], 16)), text)
    return told if told == text else told.replace("\r\n", "\n").replace("\r", "\n")


def _column(name: str) -> int:
    number = 0
    for letter in name:
        number = number * 26 + ord(letter) - ord("A") + 1
    return number
