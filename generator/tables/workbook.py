"""What a workbook says besides its sheets: their names, the shared texts, the number formats, the calendar."""

from dataclasses import dataclass, field

from generator.reading.text import printable
from generator.tables.numbers import Shown, shown
from generator.tables.package import Package, target
from generator.tables.xml import Attributes, Parts

MAX_NAME = 31  # characters of a tab's name, in every spreadsheet


@dataclass(frozen=True)
class SheetPart:
    """One sheet of a workbook: its name on the tab, its part, and whether the tab shows."""

    name: str
    part: str
    hidden: bool


@dataclass(frozen=True)
class Workbook:
    """The parts of a workbook that its sheets point into."""

    sheets: tuple[SheetPart, ...]
    texts: tuple[str, ...]
    formats: tuple[Shown, ...]
    from_1904: bool


def open_workbook(package: Package, parts: Parts) -> Workbook:
    """Read a package's workbook; a package that holds none stops the reading."""
    main = _links(parts, "_rels/.rels", "").of_kind("officeDocument")
    if not main:
        raise package.damaged("里面没有工作簿", "it holds no workbook")
    book = _Book()
    parts.parse(main[0], book)
    folder, _, name = main[0].rpartition("/")
    links = _links(parts, f"{folder}/_rels/{name}.rels".removeprefix("/"), main[0])
    sheets = tuple(
        SheetPart(printable(title[:MAX_NAME]), links.by_id[link][1], hidden)
        for title, link, hidden in book.sheets
        if link in links.by_id and links.by_id[link][0] == "worksheet"
    )
    texts, styles = _Texts(), _Styles()
    for part in links.of_kind("sharedStrings")[:1]:
        parts.parse(part, texts)
    for part in links.of_kind("styles")[:1]:
        parts.parse(part, styles)
    formats = tuple(shown(number, styles.codes.get(number)) for number in styles.cells)
    return Workbook(sheets, tuple(texts.texts), formats, book.from_1904)


@dataclass
class _Links:
    """The relationships of a part: kind and target by id. Those to outside the package are left."""

    base: str
    by_id: dict[str, tuple[str, str]] = field(default_factory=dict)

    def of_kind(self, kind: str) -> list[str]:
        return [part for found, part in self.by_id.values() if found == kind]

    def start(self, tag: str, attributes: Attributes) -> None:
        if tag == "Relationship" and attributes.get("TargetMode") != "External":
            kind = attributes.get("Type", "").rpartition("/")[2]
            self.by_id[attributes.get("Id", "")] = (kind, target(self.base, attributes.get("Target", "")))

    def end(self, tag: str) -> None:
        pass

    def data(self, text: str) -> None:
        pass


def _links(parts: Parts, name: str, base: str) -> _Links:
    links = _Links(base)
    parts.parse(name, links)
    return links


class _Book:
    def __init__(self) -> None:
        self.sheets: list[tuple[str, str, bool]] = []
        self.from_1904 = False

    def start(self, tag: str, attributes: Attributes) -> None:
        if tag == "sheet":
            state = attributes.get("state", "visible")
            self.sheets.append((attributes.get("name", ""), attributes.get("id", ""), state != "visible"))
        elif tag == "workbookPr":
            self.from_1904 = attributes.get("date1904") in ("1", "true")

    def end(self, tag: str) -> None:
        pass

    def data(self, text: str) -> None:
        pass


class _Texts:
    """The shared texts. A text may be in runs; `rPh` holds how it is pronounced, which is not part of it."""

    def __init__(self) -> None:
        self.texts: list[str] = []
        self._open: list[str] = []
        self._runs: list[str] = []

    def start(self, tag: str, attributes: Attributes) -> None:
        self._open.append(tag)
        if tag == "si":
            self._runs = []

    def end(self, tag: str) -> None:
        self._open.pop()
        if tag == "si":
            self.texts.append("".join(self._runs))

    def data(self, text: str) -> None:
        if self._open[-1:] == ["t"] and "rPh" not in self._open:
            self._runs.append(text)


class _Styles:
    """The number format of every cell style, and the formats the workbook defines."""

    def __init__(self) -> None:
        self.codes: dict[int, str] = {}
        self.cells: list[int] = []
        self._in_cells = False

    def start(self, tag: str, attributes: Attributes) -> None:
        if tag == "cellXfs":
            self._in_cells = True
        elif tag == "xf" and self._in_cells:
            self.cells.append(_number(attributes.get("numFmtId")))
        elif tag == "numFmt":
            self.codes[_number(attributes.get("numFmtId"))] = attributes.get("formatCode", "")

    def end(self, tag: str) -> None:
        self._in_cells = self._in_cells and tag != "cellXfs"

    def data(self, text: str) -> None:
        pass


def _number(text: str | None) -> int:
    return int(text) if text and text.isascii() and text.isdigit() and len(text) < 10 else 0
