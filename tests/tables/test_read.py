import os
from pathlib import Path

import pytest

from generator.tables import Table, read_table
from tests.hostile.workbooks import STYLES, packed, parts_of, rows_of, sheet, styles, text_cell, workbook


def read(folder: Path, data: bytes | str, name: str = "t.xlsx", **options: str) -> Table:
    file = folder / name
    file.write_bytes(data if isinstance(data, bytes) else data.encode())
    return read_table(file, **options)


def told(table: Table, folder: Path) -> list[str]:
    return [f"{str(f.position).removeprefix(f'{folder.as_posix()}/')} {f.code}" for f in table.findings]


def texts(table: Table) -> list[dict[str, str]]:
    return [{title: cell.text for title, cell in row.cells.items()} for row in table.rows]


def test_rows_know_their_cells(tmp_path: Path) -> None:
    table = read(tmp_path, workbook(rows_of([["名称", "依据"], ["甲证明", "第三条"]])))
    assert table.titles == ("名称", "依据") and not table.findings
    assert texts(table) == [{"名称": "甲证明", "依据": "第三条"}]
    assert table.rows[0].number == 2
    assert str(table.rows[0].at("依据")) == f"{tmp_path.as_posix()}/t.xlsx:2:2(事项!B2)"


def test_csv_fields_know_line_and_column(tmp_path: Path) -> None:
    table = read(tmp_path, '\ufeff名称,说明\r\n"甲,""乙""","两\r\n行"\r\n\r\n丙,丁\r\n', "t.csv")
    assert texts(table) == [{"名称": '甲,"乙"', "说明": "两\n行"}, {"名称": "丙", "说明": "丁"}]
    assert [str(r.at("说明")).rpartition("t.csv:")[2] for r in table.rows] == ["2:11(B2)", "5:3(B4)"]


CSV = [
    ("tab", "名称\t依据\n甲,乙\t丙\n", []),
    ("semicolon", "名称;依据\n甲;丙\n", []),
    ("utf-16", "名称,依据\n甲,丙\n".encode("utf-16"), []),
    ("gbk", "名称,依据\n甲,丙\n".encode("gbk"), ["t.csv:1:1 W112"]),
    ("gb18030 of four bytes", "名称,依据\n甲证明,丙第三条㐂\n".encode("gb18030"), ["t.csv:1:1 W112"]),
    ("big5", "名稱,依據\n居住證明,無\n".encode("big5"), ["t.csv:1:1 W111"]),
    ("utf-8 with a byte lost", "名称,依据\n亲属关系,丙\n".encode().replace("关".encode(), b"\xe5"), ["t.csv:2:1 W111"]),
    ("shift-jis", "名称,依拠\n居住証明カード,ハ\n".encode("shift_jis", "replace"), ["t.csv:1:1 W111"]),
    ("bytes", b"a,b\n1,\xff\xff\xff\n", ["t.csv:2:1 W111"]),
    ("full-width commas", "名称，依据\n甲，丙\n", ["t.csv:1:3 W123"]),
    ("open quote", '名称,依据\n甲,"丙\n乙,丁\n', ["t.csv:2:3 W124"]),
    ("after a quote", '名称,依据\n甲,"丙"乙\n', ["t.csv:2:6 W124"]),
    ("short row", "名称,依据\n甲\n", ["t.csv:2:1 W125"]),
    ("no title", "名称,依据\n甲,丙,丁\n", ["t.csv:2:5(C2) W132"]),
    ("empty", "\n , \n", ["t.csv:1:1 W126"]),
    ("only a header", "名称,依据\n", ["t.csv:1:1 W126"]),
    ("twice", "名称,依据,名称\n甲,丙,丁\n", ["t.csv:1:7(C1) W130"]),
    ("formula", "名称,依据\n=1+1,丙\n", ["t.csv:2:1(A2) W128"]),
    ("full-width formula", "名称,依据\n甲,＝1+1\n", ["t.csv:2:3(B2) W128"]),
    ("dde", "名称,依据\n甲,+cmd|'/c calc'!A0\n", ["t.csv:2:3(B2) W128"]),
    ("signed numbers and dashes", "名称,依据\n-1,—\n+2.5,-\n", []),
    ("spoilt code", "代码,依据\n3.30E+11,甲\n", ["t.csv:2:1(A2) W116"]),
    ("bidi", "名称,依据\n甲\u202e乙,丙\n", ["t.csv:2:1(A2) U101"]),
    ("script", "名称,依据\n甲,<img src=x onerror=alert(1)>\n", ["t.csv:2:3(B2) U111"]),
    ("long cell", f"名称,依据\n甲,{'字' * 2001}\n", ["t.csv:2:3(B2) W127"]),
    ("many rows", "名称\n" + "甲\n" * 5001, ["t.csv:5001:1(A5001) W110"]),
    ("many columns", "名称\n" + "甲," * 101 + "\n", ["t.csv:2:201(CW2) W110"]),
]  # fmt: skip


@pytest.mark.parametrize(("data", "findings"), [c[1:] for c in CSV], ids=[c[0] for c in CSV])
def test_csv(tmp_path: Path, data: str | bytes, findings: list[str]) -> None:
    assert told(read(tmp_path, data, "t.csv"), tmp_path) == findings


def test_gbk_is_read_and_told(tmp_path: Path) -> None:
    table = read(tmp_path, "名称,依据\n亲属关系证明,第三条\n".encode("gbk"), "t.csv")
    assert texts(table) == [{"名称": "亲属关系证明", "依据": "第三条"}]
    assert [f.severity.value for f in table.findings] == ["warning"]


def test_gbk_is_read_where_it_is_said(tmp_path: Path) -> None:
    table = read(tmp_path, "名称,依据\n甲,丙\n".encode("gbk"), "t.csv", encoding="gb18030")
    assert not table.findings and texts(table) == [{"名称": "甲", "依据": "丙"}]


FORMATS = [
    (0, "12.5", "12.5", None),
    (0, "0.1", "0.1", None),
    (0, "1.1000000000000001", "1.1", None),
    (0, "420000", "420000", None),
    ("000000", "12", "000012", None),
    (0, "330102001001", "330102001001", "W116"),
    (0, "3.30102001001E+11", "330102001001", "W116"),
    (0, "1e999", "1e999", "W116"),
    (14, "44197", "2021-01-01", None),
    (31, "44197", "2021-01-01", None),
    (57, "44166", "2020-12", None),
    ('yyyy"年"m"月"', "44166", "2020-12", None),
    ("[$-804]yyyy/m/d;@", "44197", "2021-01-01", None),
    ("yyyy", "44197", "2021", None),
    (22, "44197.5", "2021-01-01 12:00", None),
    (20, "0.75", "18:00", None),
    (58, "44197", "44197", "W117"),
    ('m"月"d"日"', "44197", "44197", "W117"),
    (14, "60", "60", "W117"),
    (14, "59", "1900-02-28", None),
    (14, "-1", "-1", "W117"),
    (14, "99999999", "99999999", "W117"),
    ("[Red]0.00", "3", "3", None),
    ('"年"0', "3", "3", None),
]


@pytest.mark.parametrize(("form", "written", "text", "code"), FORMATS)
def test_numbers_read_as_they_are_shown(
    tmp_path: Path, form: int | str, written: str, text: str, code: str | None
) -> None:
    cells = f'<row r="1">{text_cell("A1", "列")}</row><row r="2"><c r="A2" s="0"><v>{written}</v></c></row>'
    table = read(tmp_path, workbook(cells, **{STYLES: styles([form])}))
    assert texts(table) == [{"列": text}]
    assert told(table, tmp_path) == ([f"t.xlsx:2:1(事项!A2) {code}"] if code else [])


def test_days_from_1904(tmp_path: Path) -> None:
    rows = f'<row r="1">{text_cell("A1", "列")}</row><row r="2"><c r="A2"><v>0</v></c></row>'
    parts = parts_of({"事项": sheet(rows)}, book='<workbookPr date1904="1"/>')
    assert texts(read(tmp_path, packed({**parts, STYLES: styles([14])}))) == [{"列": "1904-01-01"}]


def test_shared_texts_join_their_runs_and_leave_the_reading_out(tmp_path: Path) -> None:
    shared = "<sst><si><r><t>甲</t></r><r><t>证明</t></r><rPh><t>jia</t></rPh></si></sst>"
    rows = '<row r="1"><c r="A1" t="s"><v>0</v></c></row><row r="2"><c r="A2" t="s"><v>0</v></c></row>'
    table = read(tmp_path, workbook(rows, **{"xl/sharedStrings.xml": shared}))
    assert texts(table) == [{"甲证明": "甲证明"}]


def test_the_sheet_that_shows_is_read_and_the_others_are_named(tmp_path: Path) -> None:
    one, two = sheet(rows_of([["甲"], ["1"]])), sheet(rows_of([["乙"], ["2"]]))
    data = packed(parts_of({"藏": one, "表": two, "又": one, "空": sheet("")}, {"藏": "veryHidden"}))
    table = read(tmp_path, data)
    assert texts(table) == [{"乙": "2"}]
    assert told(table, tmp_path) == ["t.xlsx:1:1(又) W118", "t.xlsx:1:1(藏) W119"]
    assert texts(read(tmp_path, data, sheet="又")) == [{"甲": "1"}]
    assert told(read(tmp_path, data, sheet="无"), tmp_path) == ["t.xlsx:1:1 W109"]


def test_columns_that_must_be_there(tmp_path: Path) -> None:
    file = tmp_path / "t.csv"
    file.write_text("名 称\n甲\n", "utf-8")
    table = read_table(file, ["名称", "依据"])
    assert told(table, tmp_path) == ["t.csv:1:1(A1) W129", "t.csv:1:1(A1) W131"]


def test_only_a_regular_file_of_fair_size_is_read(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.csv")
    (tmp_path / "folder.xlsx").mkdir()
    with (tmp_path / "huge.csv").open("wb") as stream:
        stream.truncate(5 * 1024**3)
    (tmp_path / "\u202evsc.csv").write_text("名称\n甲\n", "utf-8")
    codes = {
        name: [f.code for f in read_table(tmp_path / name).findings]
        for name in ("pipe.csv", "folder.xlsx", "huge.csv", "x" * 300, "\u202evsc.csv")
    }
    assert codes == {
        "pipe.csv": ["X105"], "folder.xlsx": ["X105"], "huge.csv": ["W101"], "x" * 300: ["X107"], "\u202evsc.csv": [],
    }  # fmt: skip
    assert str(read_table(tmp_path / "\u202evsc.csv").rows[0].position).endswith("\\u202evsc.csv:2:1(A2)")
