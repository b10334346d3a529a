"""Workbooks for tests, built part by part so that any part can be wrong."""

import io
import zipfile
from collections.abc import Iterable, Mapping
from xml.sax.saxutils import escape

_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_RELS = "http://schemas.openxmlformats.org/package/2006/relationships"
SHEET = "xl/worksheets/sheet1.xml"
STYLES = "xl/styles.xml"


def relationships(*links: tuple[str, str, str]) -> str:
    """Return a part of (id, kind, target)."""
    rows = (
        f'<Relationship Id="{i}" Type="{_OFFICE}/{kind}" Target="{target}"/>' for i, kind, target in links
    )
    return f'<Relationships xmlns="{_RELS}">{"".join(rows)}</Relationships>'


def text_cell(reference: str, text: str) -> str:
    """Return a cell with its own text."""
    return f'<c r="{reference}" t="inlineStr"><is><t>{escape(text)}</t></is></c>'


def rows_of(table: Iterable[Iterable[str]]) -> str:
    """Return the rows of a table of texts."""
    return "".join(
        f'<row r="{n}">' + "".join(text_cell(f"{chr(64 + c)}{n}", t) for c, t in enumerate(row, 1)) + "</row>"
        for n, row in enumerate(table, 1)
    )


def sheet(rows: str, before: str = "", after: str = "", head: str = "") -> str:
    """Return a sheet part."""
    return f'{head}<worksheet xmlns="{_MAIN}">{before}<sheetData>{rows}</sheetData>{after}</worksheet>'


def styles(formats: Iterable[int | str]) -> str:
    """Return a part whose cell styles have these number formats, by built-in number or by code."""
    listed = list(formats)
    own = "".join(
        f'<numFmt numFmtId="{164 + n}" formatCode="{escape(f, {chr(34): "&quot;"})}"/>'
        for n, f in enumerate(listed) if isinstance(f, str)
    )  # fmt: skip
    cells = "".join(f'<xf numFmtId="{f if isinstance(f, int) else 164 + n}"/>' for n, f in enumerate(listed))
    return f'<styleSheet xmlns="{_MAIN}"><numFmts>{own}</numFmts><cellXfs>{cells}</cellXfs></styleSheet>'


def parts_of(
    sheets: Mapping[str, str], states: Mapping[str, str] | None = None, book: str = ""
) -> dict[str, str | bytes]:
    """Return the parts of a workbook with these sheets (name on the tab: part) and states of tabs."""
    tabs = "".join(
        f'<sheet name="{escape(name)}" sheetId="{n}" r:id="rId{n}" state="{(states or {}).get(name, "visible")}"/>'
        for n, name in enumerate(sheets, 1)
    )
    links = [(f"rId{n}", "worksheet", f"worksheets/sheet{n}.xml") for n, _ in enumerate(sheets, 1)]
    return {
        "[Content_Types].xml": "<Types/>",
        "_rels/.rels": relationships(("rId1", "officeDocument", "xl/workbook.xml")),
        "xl/workbook.xml": f'<workbook xmlns="{_MAIN}" xmlns:r="{_OFFICE}">{book}<sheets>{tabs}</sheets></workbook>',
        "xl/_rels/workbook.xml.rels": relationships(
            *links, ("rId98", "sharedStrings", "sharedStrings.xml"), ("rId99", "styles", "styles.xml")
        ),
        "xl/sharedStrings.xml": f'<sst xmlns="{_MAIN}"/>',
        STYLES: styles([0]),
        **{f"xl/worksheets/sheet{n}.xml": part for n, part in enumerate(sheets.values(), 1)},
    }


def packed(parts: Mapping[str, str | bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    """Return the parts as a package. The archive's dates are fixed, so the bytes are too."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", method) as archive:
        for name, content in parts.items():
            data = content if isinstance(content, bytes) else content.encode()
            archive.writestr(zipfile.ZipInfo(name, (2020, 1, 1, 0, 0, 0)), data, method)
    return stream.getvalue()


def workbook(rows: str, *, before: str = "", after: str = "", **changed: str | bytes) -> bytes:
    """Return a workbook of one sheet 事项; `changed` replaces or adds parts by name."""
    return packed({**parts_of({"事项": sheet(rows, before, after)}), **changed})
