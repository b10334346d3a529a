"""Workbooks of an independent writer read as they were written."""

from datetime import date, datetime
from pathlib import Path
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import Workbook
from openpyxl.comments import Comment

from generator.tables import Table, read_table


def saved(folder: Path, rows: list[list[Any]], change: Any = None) -> Table:
    book = Workbook()
    for row in rows:
        book.active.append(row)
    if change is not None:
        change(book)
    book.save(folder / "t.xlsx")
    return read_table(folder / "t.xlsx")


def texts(table: Table) -> list[dict[str, str]]:
    return [{title: cell.text for title, cell in row.cells.items()} for row in table.rows]


def test_values_as_their_formats_show_them(tmp_path: Path) -> None:
    rows = [
        ["文字", "代码", "日", "月", "时", "数"],
        ["甲 & <乙>", "0012", date(2021, 1, 1), date(2020, 12, 1), datetime(2020, 1, 2, 8, 30), 1234.5],
    ]  # fmt: skip

    def change(book: Workbook) -> None:
        book.active["D2"].number_format = 'yyyy"年"m"月"'

    table = saved(tmp_path, rows, change)
    assert texts(table) == [
        {
            "文字": "甲 & <乙>", "代码": "0012", "日": "2021-01-01", "月": "2020-12", "时": "2020-01-02 08:30",
            "数": "1234.5",
        }
    ]  # fmt: skip
    assert [cell.kind for cell in table.rows[0].cells.values()] == [
        "text",
        "text",
        "date",
        "date",
        "date",
        "number",
    ]
    assert not table.findings


def test_what_a_clerk_leaves_in_a_sheet_is_told_by_cell(tmp_path: Path) -> None:
    def change(book: Workbook) -> None:
        sheet = book.active
        sheet.title = "事项"
        sheet["B2"] = "=A2&1"
        sheet.merge_cells("A4:B4")
        sheet.row_dimensions[3].hidden = True
        sheet.column_dimensions["B"].hidden = True
        sheet["A2"].comment = Comment("注", "某人")
        book.create_sheet("旧的").append(["甲"])
        book.create_sheet("空的")

    table = saved(tmp_path, [["名称", "依据"], ["甲", "x"], ["乙", "y"], ["丙"]], change)
    told = [f"{str(f.position).rpartition('t.xlsx:')[2]} {f.code}" for f in table.findings]
    assert told == [
        "1:1(旧的) W118", "1:1 W120", "1:2(事项!B) W121", "2:2(事项!B2) W113", "3:1(事项!A3) W121",
        "4:1(事项!A4:B4) W122",
    ]  # fmt: skip


_TEXT = st.text(st.sampled_from("甲乙丙第三条（）、《》〔〕2020 号abc&<>'\";=+\n"), max_size=12)


@settings(max_examples=60, deadline=None)
@given(st.lists(st.tuples(_TEXT, _TEXT), min_size=1, max_size=6))
def test_any_texts_come_back(tmp_path_factory: Any, rows: list[tuple[str, str]]) -> None:
    folder = tmp_path_factory.mktemp("any")

    def change(book: Workbook) -> None:
        for number, row in enumerate(rows, start=2):
            for column, text in enumerate(row, start=1):
                cell = book.active.cell(number, column)
                cell.value = text
                cell.data_type = "s"  # a text that begins with = stays a text

    table = saved(folder, [["甲列", "乙列"]], change)
    wanted = [
        {title: text.strip() for title, text in zip(("甲列", "乙列"), row, strict=True) if text.strip()}
        for row in rows
    ]
    assert texts(table) == [row for row in wanted if row]
