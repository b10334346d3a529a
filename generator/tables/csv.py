"""A csv file to cells: RFC 4180 with the line and column of every field, which the library's reader does not tell.

The separator is a comma, or the tab or semicolon of a header that has no comma.
"""

import re
from collections.abc import Iterator

from generator.codes import finding
from generator.findings import Finding, Position
from generator.tables.numbers import LONG_NUMBER
from generator.tables.table import MAX_CELLS, MAX_COLUMNS, MAX_ROWS, Cell, Sheet, UnreadableError, letters

_SPOILT = re.compile(r"[-+]?\d(\.\d+)?[eE]\+?\d{2,3}", re.ASCII)  # a long number after a spreadsheet saved it


def read_csv(data: bytes, file: str, encoding: str | None) -> Sheet:
    """Return the cells of a csv file: UTF-8, UTF-16 with its mark, else what is plainly GBK, which is told."""
    text, guessed = _decode(data, file, encoding)
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    sheet = Sheet()
    if guessed:
        sheet.tell(finding("W112", Position(file)))
    for number, fields in enumerate(_records(text, _separator(text, file), file), start=1):
        if any(content.strip() for content, _ in fields):
            sheet.rows[number] = _cells(sheet, number, fields, file)
    return sheet


def _decode(data: bytes, file: str, encoding: str | None) -> tuple[str, bool]:
    """Return the text, and whether its encoding was told from the bytes alone."""
    if data.startswith((b"\xff\xfe\0\0", b"\0\0\xfe\xff")):  # UTF-32, whose mark begins as that of UTF-16
        raise UnreadableError(finding("W111", Position(file)))
    marked = data.startswith((b"\xff\xfe", b"\xfe\xff"))
    try:
        text = data.decode(encoding or ("utf-16" if marked else "utf-8-sig"))
    except UnicodeDecodeError as error:
        text = "" if encoding or marked else _as_chinese(data)
        if not text:
            at = Position(file, data.count(b"\n", 0, error.start) + 1)
            raise UnreadableError(finding("W111", at)) from None
        return text, True
    return text.removeprefix("\ufeff"), False


def _as_chinese(data: bytes) -> str:
    """Return the text of bytes that are plainly GBK or GB 18030, else nothing.

    Nearly any bytes are valid GBK, so validity proves little. In real text nine of ten characters are those of
    GB 2312; Big5 and damaged UTF-8 read as GBK give mostly others.
    """
    try:
        text = data.decode("gb18030")
    except UnicodeDecodeError:
        return ""
    wide = [c for c in text if c > "\x7f"]
    common = sum(len(c.encode("gb2312", "ignore")) == 2 for c in wide)
    odd = any("\ue000" <= c <= "\uf8ff" or (c < " " and c not in "\t\r\n") for c in text)
    return text if not odd and common * 10 >= len(wide) * 9 else ""


def _separator(text: str, file: str) -> str:
    header = text.split("\n", maxsplit=1)[0]
    found = next((mark for mark in ",\t;" if mark in header), ",")
    if found not in header and "，" in header:
        column = header.index("，") + 1
        raise UnreadableError(finding("W123", Position(file, 1, column, 1, column + 1)))
    return found


def _records(text: str, separator: str, file: str) -> Iterator[list[tuple[str, Position]]]:
    """Yield the fields of each record with their places. Places of quoted fields are where the quote opens."""
    quoted = re.compile(r'"((?:[^"]|"")*+)"')
    plain = re.compile(rf"[^{separator}\n]*")
    at, line, start, total = 0, 1, 0, 0
    fields: list[tuple[str, Position]] = []
    while at < len(text):
        where = Position(file, line, at - start + 1)
        found = quoted.match(text, at) if text[at] == '"' else plain.match(text, at)
        if found is None:
            raise UnreadableError(finding("W124", where, problem="引号没有配对", problem_en="an open quote"))
        content = found[1].replace('""', '"') if found.re is quoted else found[0]
        breaks = found[0].count("\n")
        line, start = (line + breaks, text.rindex("\n", 0, found.end()) + 1) if breaks else (line, start)
        at = found.end()
        fields.append((content, Position(file, where.line, where.column, line, at - start + 1)))
        after = text[at : at + 1]
        if after not in ("", "\n", separator):
            place = Position(file, line, at - start + 1)
            raise UnreadableError(
                finding("W124", place, problem="引号后面还有文字", problem_en="text after a quote")
            )
        total += 1
        if total > 2 * MAX_CELLS:  # empty ones too
            raise UnreadableError(_too_much(where))
        at += 1
        if after != separator:
            yield fields
            fields, line, start = [], line + 1, at
        elif at == len(text):
            fields.append(("", Position(file, line, at - start + 1)))
    if fields:
        yield fields


def _cells(sheet: Sheet, number: int, fields: list[tuple[str, Position]], file: str) -> dict[int, Cell]:
    cells: dict[int, Cell] = {}
    for column, (content, at) in enumerate(fields, start=1):
        where = Position(file, at.line, at.column, at.end_line, at.end_column, f"{letters(column)}{number}")
        sheet.filled += 1
        if sheet.filled > MAX_CELLS or number > MAX_ROWS or (column > MAX_COLUMNS and content.strip()):
            raise UnreadableError(_too_much(where))
        text = content.strip(" \t\n\u3000\xa0")
        if _SPOILT.fullmatch(text) and int(re.split("[eE]", text)[1]) >= LONG_NUMBER - 1:
            sheet.tell(finding("W116", where, value=text))
        if text:
            cells[column] = Cell(text, "text", where)
    # A spreadsheet writes every row with as many commas as the header; fewer are a row cut short.
    header = next(iter(sheet.rows.values()), {})
    if len(fields) < max(header, default=0):
        sheet.tell(finding("W125", Position(file, fields[0][1].line), have=len(fields)))
    return cells


def _too_much(where: Position) -> Finding:
    limits = f"{MAX_ROWS} 行、{MAX_COLUMNS} 列、{MAX_CELLS} 格"
    what_en = f"{MAX_ROWS} rows, {MAX_COLUMNS} columns, {MAX_CELLS} cells"
    return finding("W110", where, what=limits, what_en=what_en)
