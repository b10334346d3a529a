"""`read_table`: the one way in. What the file is, its bytes tell, not its name."""

import re
from collections.abc import Iterable, Iterator
from itertools import chain, islice
from pathlib import Path

from generator.codes import finding
from generator.findings import Finding, Position, in_order
from generator.reading.text import flaws, path_label
from generator.tables.csv import read_csv
from generator.tables.package import not_a_workbook
from generator.tables.table import MAX_FILE, MAX_FINDINGS, MAX_TEXT, Cell, Row, Sheet, Table, UnreadableError
from generator.tables.xlsx import read_workbook

# What a spreadsheet runs when the text comes back to it; a lone or listing dash and signed numbers are text.
_FORMULA = re.compile(r"[=＝@＠]|[-+－＋].*[(|!]", re.DOTALL)


def read_table(
    path: Path, columns: Iterable[str] = (), *, sheet: str | None = None, encoding: str | None = None
) -> Table:
    """Read an xlsx or csv file whose first filled row is the header.

    `columns` are titles that must be there (others may be); `sheet` is the name of the sheet wanted, by default the
    first that shows; `encoding` reads a csv file that is not UTF-8. Whatever is wrong with the file is a finding of
    the table, with the row and the cell; nothing is raised.
    """
    file = path_label(path)
    try:
        found = _read(path, file, sheet, encoding)
    except UnreadableError as error:
        return Table(file, findings=(error.found,))
    if len(found.rows) < 2:  # a header alone lists nothing
        found.tell(finding("W126", Position(file)))
    if not found.rows:
        return Table(file, findings=_told(found))
    header, *rows = found.rows.items()
    titles, more = _titles(header[1], [cells for _, cells in rows], columns)
    flawed = (flaw for cells in found.rows.values() for cell in cells.values() for flaw in _text(cell))
    for one in chain(more, islice(flawed, MAX_FINDINGS + 1)):
        found.tell(one)
    return Table(file, tuple(titles.values()), tuple(_row(*row, titles) for row in rows), _told(found))


def _told(found: Sheet) -> tuple[Finding, ...]:
    """Return the findings in order; where there are too many, the first of them and that there are more."""
    listed = in_order(found.findings)
    if len(listed) <= MAX_FINDINGS:
        return listed
    return (*listed[:MAX_FINDINGS], finding("W134", listed[MAX_FINDINGS].position, limit=MAX_FINDINGS))


def _read(path: Path, file: str, sheet: str | None, encoding: str | None) -> Sheet:
    try:
        if not path.is_file():  # a pipe would never end
            raise UnreadableError(finding("X105", Position(file)))
        with path.open("rb") as stream:
            data = stream.read(MAX_FILE + 1)
    except OSError:
        raise UnreadableError(finding("X107", Position(file))) from None
    if len(data) > MAX_FILE:
        raise UnreadableError(finding("W101", Position(file), limit=MAX_FILE // 1024 // 1024))
    if data.startswith(b"PK"):
        return read_workbook(data, file, sheet)
    if path.suffix.lower() == ".csv" or _is_text(data):
        return read_csv(data, file, encoding)
    raise UnreadableError(not_a_workbook(data, file))


def _is_text(data: bytes) -> bool:
    """Tell whether bytes may be a csv file under another name."""
    return data.startswith((b"\xff\xfe", b"\xfe\xff", b"\xef\xbb\xbf"))


def _text(cell: Cell) -> Iterator[Finding]:
    """Yield what no cell may hold, whatever its column."""
    if len(cell.text) > MAX_TEXT:
        yield finding("W127", cell.position, limit=MAX_TEXT)
        return
    for flaw in flaws(cell.text):
        yield finding(flaw.code, cell.position, **flaw.values)
    if cell.kind == "text" and _FORMULA.match(cell.text):
        yield finding("W128", cell.position, value=cell.text)


def _titles(
    header: dict[int, Cell], rows: list[dict[int, Cell]], columns: Iterable[str]
) -> tuple[dict[int, str], list[Finding]]:
    """Return the title of each column, without blanks, and what is wrong with the header."""
    findings: list[Finding] = []
    titles: dict[int, str] = {}
    for column, cell in header.items():
        title = "".join(cell.text.split())
        if title != cell.text:
            findings.append(finding("W129", cell.position, title=title))
        if title in titles.values():
            findings.append(finding("W130", cell.position, title=title))
        titles.setdefault(column, title)
    first = next(iter(header.values())).position
    for wanted in columns:
        if wanted not in titles.values():
            findings.append(finding("W131", first, title=wanted))
    for cells in rows:
        findings += [finding("W132", cell.position) for column, cell in cells.items() if column not in titles]
    return titles, findings


def _row(number: int, cells: dict[int, Cell], titles: dict[int, str]) -> Row:
    first = next(iter(cells.values())).position
    return Row(number, {titles[column]: cell for column, cell in cells.items() if column in titles}, first)
