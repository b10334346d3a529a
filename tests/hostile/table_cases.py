"""Cases of spreadsheets: archives, XML, sheets, cells, csv; each with its finding's place, cell and code."""

import io
import struct
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass

from tests.hostile.workbooks import SHEET, packed, parts_of, rows_of, sheet, styles, text_cell, workbook

COLUMNS = ("名称", "依据")
GOOD = rows_of([COLUMNS, ("甲证明", "第三条")])
_HEAD = f'<row r="1">{text_cell("A1", "名称")}{text_cell("B1", "依据")}</row>'
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504)


@dataclass(frozen=True)
class TableCase:
    """`findings` are all that is said, as "line:column CODE" or "line:column(cell) CODE"."""

    name: str
    data: bytes
    findings: tuple[str, ...] = ()
    file: str = "t.xlsx"


def _cell(xml: str, *, row: int = 2, **changed: str | bytes) -> bytes:
    return workbook(f'{_HEAD}<row r="{row}">{xml}</row>', **changed)


def _cells_of(inner: str) -> str:
    return f'{_HEAD}<row r="2"><c r="B2">{inner}</c></row>'


def _text(text: str) -> bytes:
    return workbook(rows_of([COLUMNS, ("甲", text)]))


def _part(name: str, content: str | bytes = "x") -> bytes:
    return workbook(GOOD, **{name: content})


def _laughs() -> str:
    entities = '<!ENTITY a "haha">' + "".join(
        f'<!ENTITY {chr(98 + n)} "{f"&{chr(97 + n)};" * 10}">' for n in range(9)
    )
    return sheet(rows_of([COLUMNS, ("甲", "x")]).replace(">x<", ">&j;<"), head=f"<!DOCTYPE x [{entities}]>")


def _patched(data: bytes, at: bytes, offset: int, value: bytes) -> bytes:
    """Overwrite bytes behind every occurrence of a signature."""
    changed = bytearray(data)
    start = changed.find(at)
    while start >= 0:
        changed[start + offset : start + offset + len(value)] = value
        start = changed.find(at, start + 4)
    return bytes(changed)


def _twice() -> bytes:
    stream = io.BytesIO(workbook(GOOD))
    with zipfile.ZipFile(stream, "a") as archive:
        archive.writestr(SHEET.upper(), sheet(rows_of([COLUMNS, ("换了", "x")])))
    return stream.getvalue()


def _packages() -> Iterator[tuple[str, bytes, str]]:
    good = workbook(GOOD)
    yield "good", good, ""
    yield "old .xls", _OLE + "Workbook".encode("utf-16-le"), "1:1 W106"
    yield "old or locked", _OLE, "1:1 W106"
    yield "locked", _OLE + "EncryptedPackage".encode("utf-16-le"), "1:1 W103"
    yield "empty file", b"", "1:1 W107"
    yield "a picture", b"\x89PNG\r\n\x1a\n" + bytes(99), "1:1 W107"
    yield "a page", b"<html><table><tr><td>1</table>", "1:1 W107"
    yield "half a download", good[: len(good) // 2], "1:1 W102"
    yield "only a signature", b"PK\x03\x04", "1:1 W102"
    yield "an empty archive", packed({}), "1:1 W102"
    yield "a zip of something else", packed({"a.txt": "x"}), "1:1 W102"
    yield (
        "an encrypted entry",
        _patched(_patched(good, b"PK\x01\x02", 8, b"\x01\x00"), b"PK\x03\x04", 6, b"\x01\x00"),
        "1:1 W103",
    )
    yield "an archive inside", _part("xl/media/inner.zip", packed({"a": "x"})), "1:1 W120"
    yield "a workbook inside", _part("xl/media/inner.xlsx", workbook(GOOD)), "1:1 W120"
    yield (
        "an .ods",
        packed({"mimetype": "application/vnd.oasis.opendocument.spreadsheet", "content.xml": "<x/>"}),
        "1:1 W102",
    )
    yield "an .xlsb", packed({**parts_of({}), "xl/workbook.bin": "x"}), "1:1 W105"
    for name, head in (
        ("7z", b"7z\xbc\xaf\x27\x1c"),
        ("rar", b"Rar!\x1a\x07\x00"),
        ("gzip", b"\x1f\x8b"),
        ("pdf", b"%PDF-1.7\n"),
    ):
        yield name, head + bytes(100), "1:1 W107"
    yield "a page before the archive", b"<html>" + good, "1:1 W107"
    yield "a wrong checksum", _patched(good, b"PK\x01\x02", 16, b"\x01\x02\x03\x04"), "1:1 W102"
    yield "a size that lies", _patched(good, b"PK\x01\x02", 24, struct.pack("<I", 10)), "1:1 W102"
    yield "a size of 4 GB", _patched(good, b"PK\x01\x02", 24, b"\xf0\xff\xff\xff"), "1:1 W104"
    yield "lzma", packed(parts_of({"表": sheet(GOOD)}), zipfile.ZIP_LZMA), "1:1 W102"
    yield "bzip2", packed(parts_of({"表": sheet(GOOD)}), zipfile.ZIP_BZIP2), "1:1 W102"
    yield "a bomb of text", workbook(rows_of([COLUMNS, ("甲", "x" * 13_000_000)])), "1:1 W104"
    yield "a bomb of parts", _part("xl/media/a.bin2", bytes(40_000_000)), "1:1 W104"
    yield "a thousand parts", workbook(GOOD, **{f"xl/media/{n}.txt": "x" for n in range(1000)}), "1:1 W104"
    yield "five megabytes", good + bytes(5_000_000), "1:1 W101"
    yield "one part twice", _twice(), "1:1 W102"
    for name in ("../../evil.txt", "/etc/cron.d/x", "a\\b", "C:evil", "xl/../../x", "xl/./x", "a\nb"):
        yield f"a part called {name!r}", _part(name), "1:1 W102"
    for name in (
        "xl/vbaProject.bin", "xl/VBAPROJECT.BIN", "xl/activeX/activeX1.xml", "xl/embeddings/oleObject1.bin", "xl/embeddings/a.docx",
        "xl/externalLinks/externalLink1.xml", "xl/macrosheets/sheet1.xml", "xl/dialogsheets/sheet1.xml", "customUI/customUI.xml",
        "xl/connections.xml", "xl/queryTables/queryTable1.xml", "xl/webextensions/a.xml", "xl/media/a.exe",
    ):  # fmt: skip
        yield f"active: {name}", _part(name), "1:1 W105"
    yield "printer settings are harmless", _part("xl/printerSettings/printerSettings1.bin"), ""
    yield "comments", _part("xl/comments1.xml"), "1:1 W120"


def _xml() -> Iterator[tuple[str, bytes, str]]:
    book = "xl/workbook.xml"
    external = '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>'
    yield "laughs", _part(SHEET, _laughs()), "1:1 W108"
    yield "a file as entity", _part(SHEET, sheet(GOOD, head=external)), "1:1 W108"
    yield (
        "an outer document type",
        _part(SHEET, sheet(GOOD, head='<!DOCTYPE x SYSTEM "http://e.example/x">')),
        "1:1 W108",
    )
    for name in (book, "_rels/.rels", "xl/_rels/workbook.xml.rels", "xl/sharedStrings.xml", "xl/styles.xml"):
        yield f"entities in {name}", _part(name, "<!DOCTYPE x []><x/>"), "1:1 W108"
    yield "entities in UTF-16", _part(SHEET, _laughs().encode("utf-16")), "1:1 W108"
    yield "deep", _part(SHEET, "<a>" * 100_000), "1:1 W102"
    yield "wide", _part(SHEET, "<a>" + "<b/>" * 1_000_000), "1:1 W110"
    yield (
        "many attributes",
        _part(SHEET, "<a " + " ".join(f'a{n}="1"' for n in range(100_000)) + ">"),
        "1:1(事项!A1) W102",
    )
    yield "not XML", _part(SHEET, "name: x"), "1:1(事项!A1) W102"
    yield (
        "an unknown encoding",
        _part(SHEET, '<?xml version="1.0" encoding="x-none"?><a/>'),
        "1:1(事项!A1) W102",
    )
    yield "UTF-7", _part(SHEET, '<?xml version="1.0" encoding="utf-7"?><a/>'), "1:1(事项!A1) W102"
    yield "cut in a row", _part(SHEET, sheet(GOOD)[:-60]), "2:1(事项!A2) W102"
    yield "a control character", _part(SHEET, sheet(GOOD.replace("第三条", "\x01"))), "2:2(事项!B2) W102"
    yield "a surrogate", _part(SHEET, sheet(GOOD.replace("第三条", "&#xD800;"))), "2:2(事项!B2) W102"
    yield "no workbook", _part("_rels/.rels", "<x/>"), "1:1 W102"
    yield (
        "a workbook elsewhere",
        _part(
            "_rels/.rels", '<a><Relationship Id="1" Type="/officeDocument" Target="../../etc/passwd"/></a>'
        ),
        "1:1 W102",
    )
    yield (
        "an outer sheet",
        _part(
            "xl/_rels/workbook.xml.rels",
            '<a><Relationship Id="rId1" Type="x/worksheet" Target="http://e/" TargetMode="External"/></a>',
        ),
        "1:1 W109",
    )
    yield (
        "a sheet that is missing",
        _part(
            "xl/_rels/workbook.xml.rels",
            '<a><Relationship Id="rId1" Type="x/worksheet" Target="no.xml"/></a>',
        ),
        "1:1 W102",
    )
    yield "no sheet", packed(parts_of({})), "1:1 W109"
    yield "only hidden sheets", packed(parts_of({"藏": sheet(GOOD)}, {"藏": "hidden"})), "1:1 W109"
    yield "strict namespace and prefixes", _part(SHEET, _prefixed()), ""


def _prefixed() -> str:
    xml = sheet(GOOD).replace(
        "http://schemas.openxmlformats.org/spreadsheetml/2006/main",
        "http://purl.oclc.org/ooxml/spreadsheetml/main",
    )
    return xml.replace("<", "<x:").replace("<x:/", "</x:").replace("xmlns=", "xmlns:x=")


def _cells() -> Iterator[tuple[str, bytes, str]]:
    yield "formula", _cell('<c r="B2"><f>1+1</f><v>2</v></c>'), "2:2(事项!B2) W113"
    yield (
        "formula of a text",
        _cell('<c r="B2" t="str"><f>HYPERLINK("http://e.example")</f><v>x</v></c>'),
        "2:2(事项!B2) W113",
    )
    yield "shared formula", _cell('<c r="B2"><f t="shared" si="0"/><v>2</v></c>'), "2:2(事项!B2) W113"
    yield "formula without a result", _cell('<c r="B2"><f>NOW()</f></c>'), "1:1 W126, 2:2(事项!B2) W113"
    yield "error value", _cell('<c r="B2" t="e"><v>#REF!</v></c>'), "2:2(事项!B2) W115"
    yield "logical value", _cell('<c r="B2" t="b"><v>1</v></c>'), "2:2(事项!B2) W114"
    for index in ("999", "-1", "x", "１", "1e3", ""):
        yield f"shared text {index!r}", _cell(f'<c r="B2" t="s"><v>{index}</v></c>'), "2:2(事项!B2) W102"
    yield "unknown type", _cell('<c r="B2" t="zz"><v>x</v></c>'), ""
    for number in ("330102001001", "1e300", "1e999", "nan", "inf", "0x10", "1_0", "１", "--1", "9" * 400):
        yield f"number {number[:12]}", _cell(f'<c r="B2"><v>{number}</v></c>'), "2:2(事项!B2) W116"
    for serial in ("0", "60", "-5", "2958466", "1e15"):
        yield (
            f"day {serial}",
            _cell(f'<c r="B2" s="0"><v>{serial}</v></c>', **{"xl/styles.xml": styles([14])}),
            "2:2(事项!B2) W117",
        )
    yield "style that is missing", _cell('<c r="B2" s="999999"><v>5</v></c>'), ""
    for reference in ("b2", "B0", "2B", "", "AAAA2", "B3", "B9999999999", "$B$2", "B2:C3", "Ｂ2"):
        yield (
            f"reference {reference!r}",
            _cell(f'<c r="{reference}" t="str"><v>x</v></c>'),
            "2:1(事项!A2) W102",
        )
    yield "cell twice", _cell(text_cell("B2", "a") + text_cell("B2", "b")), "2:3(事项!C2) W102"
    yield "row twice", workbook(_HEAD + _HEAD.replace("名", "x")), "1:2(事项!B1) W102"
    yield "row 0", _cell("", row=0), "1:2(事项!B1) W102"
    yield (
        "the last cell",
        _cell(text_cell("XFD1048576", "x"), row=1048576),
        "1048576:16384(事项!XFD1048576) W110",
    )
    yield "the last cell, empty", _cell('<c r="XFD1048576" s="0"/>', row=1048576), "1:1 W126"
    yield (
        "too many rows",
        workbook(_HEAD + "".join('<row><c t="str"><v>x</v></c></row>' for _ in range(5_001))),
        "5001:1(事项!A5001) W110",
    )
    yield (
        "too many cells",
        workbook(_HEAD + ("<row>" + '<c t="str"><v>x</v></c>' * 90 + "</row>") * 600),
        "557:49(事项!AW557) W110",
    )
    yield "too many elements", workbook(_HEAD + "<row>" + "<c/>" * 400_000 + "</row>"), "1:1 W110"
    yield "long text", _text("字" * 2_001), "2:2(事项!B2) W127"
    yield "very long text", _text("字" * 1_000_000), "2:2(事项!B2) W127"
    yield (
        "merged",
        workbook(GOOD, after='<mergeCells><mergeCell ref="A2:B2"/></mergeCells>'),
        "2:1(事项!A2:B2) W122",
    )
    yield (
        "all merged",
        workbook(GOOD, after='<mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells>'),
        "1:1(事项!A1:XFD1048576) W122",
    )
    ranges = "".join(f'<mergeCell ref="A{n}:B{n}"/>' for n in range(2, 200_000))
    every = [f"{n}:1(事项!A{n}:B{n}) W122" for n in range(2, 1_002)]
    yield (
        "200,000 ranges",
        workbook(GOOD, after=f"<mergeCells>{ranges}</mergeCells>"),
        ", ".join([*every, "1002:1(事项!A1002:B1002) W134"]),
    )
    formulas = "".join(f'<row r="{n}"><c r="A{n}"><f>1</f><v>1</v></c></row>' for n in range(2, 5_000))
    told = [f"{n}:1(事项!A{n}) W113" for n in range(2, 1_002)]
    yield "formulas all over", workbook(_HEAD + formulas), ", ".join([*told, "1002:1(事项!A1002) W134"])
    yield (
        "a range that is none",
        workbook(GOOD, after='<mergeCells><mergeCell ref="\u202ex"/></mergeCells>'),
        "2:2(事项!B2) W102",
    )
    yield "a tab with a long name", packed(parts_of({"甲" * 1_000_000: sheet(_HEAD)})), "1:1 W126"
    yield (
        "a tab that turns the line",
        packed(parts_of({"\u202e": sheet(_cells_of("<f>1</f><v>1</v>"))})),
        "2:2(\\u202e!B2) W113",
    )
    yield "hidden row", workbook(GOOD.replace('<row r="2"', '<row hidden="1" r="2"')), "2:1(事项!A2) W121"
    yield (
        "hidden column",
        workbook(GOOD, before='<cols><col min="2" max="2" hidden="1"/></cols>'),
        "1:2(事项!B) W121",
    )
    yield (
        "columns hidden to the right",
        workbook(GOOD, before='<cols><col min="200" max="16384" hidden="1"/></cols>'),
        "",
    )
    yield "no rows", workbook(""), "1:1 W126"
    yield "only a header", workbook(_HEAD), "1:1 W126"
    yield (
        "a title twice",
        workbook(rows_of([("名称", "依据", "依据"), ("甲", "乙", "丙")])),
        "1:3(事项!C1) W130",
    )
    yield "no title", workbook(rows_of([COLUMNS, ("甲", "乙", "丙")])), "2:3(事项!C2) W132"
    yield "missing column", workbook(rows_of([("名称",), ("甲",)])), "1:1(事项!A1) W131"
    yield (
        "blanks in a title",
        workbook(rows_of([("名 称", "依\u3000据"), ("甲", "乙")])),
        "1:1(事项!A1) W129, 1:2(事项!B1) W129",
    )
    for text in ("=1+1", "＝1+1", "@SUM(1)", "+cmd|'/c calc'!A0", "-2+3+cmd|' /C calc'!A0", "=HYPERLINK(1)"):
        yield f"looks like a formula: {text}", _text(text), "2:2(事项!B2) W128"
    for text in ("-", "—", "-1", "+86", "- 甲", "1=1"):
        yield f"text: {text}", _text(text), ""
    for text, code in (
        ("甲\u202e乙", "U101"),
        ("甲\u200b乙", "U101"),
        ("<script>", "U111"),
        ("⾏政", "U112"),
        ("①", "U114"),
        ("a\u0301\u0301\u0301\u0301", "U113"),
    ):
        yield f"text {code}", _text(text), f"2:2(事项!B2) {code}"


def _more_cells() -> Iterator[tuple[str, bytes, str]]:
    for text, code in (
        ("a_x202E_b", "U101"),
        ("a_xD800_b", "U101"),
        ("a_x0000_b", "U101"),
        ("_x003C_script>", "U111"),
    ):
        yield f"an escape of XML {text}", _text(text), f"2:2(事项!B2) {code}"
    for text in ("a_x000D_b", "a_x005F_x202E_b", "_x20_", "_xGGGG_"):
        yield f"an escape of XML {text}", _text(text), ""
    for height in ("0", "0.0"):
        yield (
            f"a row {height} high",
            workbook(GOOD.replace('<row r="2"', f'<row ht="{height}" r="2"')),
            "2:1(事项!A2) W121",
        )
    yield "a row 10 high", workbook(GOOD.replace('<row r="2"', '<row ht="10" r="2"')), ""
    yield (
        "a column without width",
        workbook(GOOD, before='<cols><col min="2" max="2" width="0"/></cols>'),
        "1:2(事项!B) W121",
    )
    yield "a dimension that lies", workbook(GOOD, before='<dimension ref="A1:XFD1048576"/>'), ""
    yield "array formula", _cell('<c r="B2"><f t="array" ref="B2:B9">1</f><v>1</v></c>'), "2:2(事项!B2) W113"
    yield (
        "rich text",
        _cell('<c r="B2" t="inlineStr"><is><r><t>甲</t></r><r><t>\u202e</t></r></is></c>'),
        "2:2(事项!B2) U101",
    )


def _csv() -> Iterator[tuple[str, bytes, str]]:
    head = "名称,依据\n"
    for name, text, told in (
        ("good", "甲,乙\n", ""), ("no line end", "甲,乙", ""), ("Windows", "甲,乙\r\n", ""), ("old Mac", "甲,乙\r丙,丁\r", ""),
        ("open quote", '甲,"乙\n丙,丁\n', "2:3 W124"), ("open quote far on", '甲,"' + "乙\n" * 90_000, "2:3 W124"), ("quote inside", '甲,乙"丙"\n', ""),
        ("after a quote", '"甲"x,乙\n', "2:4 W124"), ("quotes only", '"",""\n', "1:1 W126"), ("short", "甲\n", "2:1 W125"), ("long", "甲,乙,丙\n", "2:5(C2) W132"),
        ("commas at the end", "甲,乙,,,,\n", ""), ("NUL", "甲,\0乙\n", "2:3(B2) U101"), ("bell", "甲,\a乙\n", "2:3(B2) U101"),
        ("a mark inside", "甲,\ufeff乙\n", "2:3(B2) U101"), ("formula", "甲,=1+1\n", "2:3(B2) W128"), ("formula in quotes", '甲,"=1+1"\n', "2:3(B2) W128"),
        ("formula after a tab", '甲,"\t=1+1"\n', "2:3(B2) W128"), ("dde", "甲,\"+cmd|' /C calc'!A0\"\n", "2:3(B2) W128"), ("spoilt code", "4.20E+11,乙\n", "2:1(A2) W116"),
        ("a sum in powers", "3.3E+03,乙\n", ""), ("script", "甲,<b onload=x>\n", "2:3(B2) U111"), ("long cell", f"甲,{'字' * 3000}\n", "2:3(B2) W127"),
        ("many rows", "甲,乙\n" * 5_001, "5001:1(A5001) W110"), ("many columns", "," * 200 + "甲\n", "2:201(GS2) W110"), ("many cells", ("甲" + "," * 99 + "\n") * 600, "501:100(CU501) W110"), ("many empty rows", ",\n" * 1_000_000, "50001:1 W110"),
        ("one long row", "," * 300_000, "2:99999 W110"), ("blank rows", "\n" * 200_000 + "甲,乙\n", "100000:1 W110"),
    ):  # fmt: skip
        yield name, (head + text).encode(), told
    yield "a mark", ("\ufeff" + head + "甲,乙\n").encode(), ""
    yield "UTF-16 with tabs", (head + "甲,乙\n").replace(",", "\t").encode("utf-16"), ""
    yield "UTF-32", (head + "甲,乙\n").encode("utf-32"), "1:1 W111"
    yield "UTF-32 the other way", b"\0\0\xfe\xff" + head.encode("utf-32-be"), "1:1 W111"
    yield "Big5", "名稱,依據\n證明,乙\n".encode("big5"), "1:1 W111"
    yield "mixed line ends", "名称,依据\r\n甲,乙\n丙,丁\r戊,己\n".encode(), ""
    yield "a line end in quotes", (head + '"甲\r\n乙",丙\n').encode(), ""
    yield "an open quote in a title", ('"' + head + "甲,乙\n").encode(), "1:1 W124"
    yield "a title that turns the line", "名\u202e称,依据\n甲,乙\n".encode(), "1:1(A1) U101, 1:1(A1) W131"
    yield "a title of markup", "名称,依据,<b>\n甲,乙,丙\n".encode(), "1:7(C1) U111"
    yield "a line of Unicode's own", (head + "甲\u2028,乙\n").encode(), "2:1(A2) U101"
    yield "UTF-16 cut", (head + "甲,乙\n").encode("utf-16")[:-1], "2:1 W111"
    yield "UTF-16 without a mark", (head + "甲,乙\n").encode("utf-16-le"), "1:1 W111"
    yield "GBK", (head + "甲,乙\n").encode("gbk"), "1:1 W112"
    yield "bytes", head.encode() + b"\xff\xfe\xfd,\xff\n", "2:1 W111"
    yield "empty", b"", "1:1 W126"
    yield "full-width commas", "名称，依据\n甲，乙\n".encode(), "1:3 W123"
    yield "a workbook called csv", workbook(GOOD), ""


def table_cases() -> Iterator[TableCase]:
    """Yield every case of a spreadsheet."""
    for family, rows, file in (
        ("package", _packages(), "t.xlsx"), ("xml", _xml(), "t.xlsx"), ("cell", _cells(), "t.xlsx"), ("cell", _more_cells(), "t.xlsx"), ("csv", _csv(), "t.csv"),
    ):  # fmt: skip
        for name, data, told in rows:
            yield TableCase(f"{family}: {name}", data, tuple(f for f in told.split(", ") if f), file)
