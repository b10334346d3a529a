"""Every text of the schemas, used by a real file or not, is refused where it might run and inert where it comes out.

One made-up catalogue is built twice, with hostile texts and with harmless ones, the check for markup, the rules and
the fold's judge turned off: whatever differs but texts was made of a text.
"""

import csv
import io
import itertools
import json
import shutil
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, replace
from html.parser import HTMLParser
from pathlib import Path
from typing import Any
from urllib.parse import quote
from xml.etree import ElementTree

import pikepdf
import pypdfium2
import pytest
from click.testing import CliRunner
from playwright.sync_api import Browser, Page

from generator.accept import _acceptances
from generator.build import build
from generator.cache import VARIABLE
from generator.catalogue import Catalogue
from generator.catalogue.load import check_document
from generator.check import check_catalogue
from generator.cli import cli
from generator.codes import finding
from generator.findings import Acceptance, Finding, has_errors
from generator.reading import Document, Json, read_yaml
from generator.reading.document import Path as At
from generator.reading.text import printable
from generator.report import FORMATS, lines
from tests.conftest import DAY, serving
from tests.everywhere import Texts, Where, catalogue, is_text, nodes_at, text_paths
from tests.small import write

pytestmark = pytest.mark.xdist_group("everywhere")

# HTML, attributes, entities, Jinja, Typst, Markdown; each text begins with a formula and a token, and goes on with
# these from another one on in each field, so that each of them also stands where only a few characters go.
ATTACKS = (
    "<img src=x onerror=qd()>", "\"onfocus='qd()'x", "&lt;b&gt;&#60;b>", "{{7*7}}{%x%}", "#qd[]$x$@x", "</script><b>",
    "[x](javascript:qd())", "'><svg onload=qd()>", "--><b>]]>", "`${qd()}`\\u003cb>",
)  # fmt: skip
ON_PAPER = frozenset({"signs", "forms"})  # kinds that are printed too: a sheet holds only so much
REFUSED = [
    "<script>qd()</script>", "<img src=x onerror=qd()>", "</textarea><svg onload=qd()>", "[看](javascript:qd())",
    "![看](x)", "javascript:qd()", "甲--><b>", "]]><x>", "甲\r乙", "a\tb",
]  # fmt: skip
UNSEEN = ["\x1b[31m", "\x9b2J", "甲\u202e乙", "甲\u2028乙", "甲\x00"]
INERT = [
    "=HYPERLINK(1)", "+1", "-1", "@SUM(1)", "{{7*7}}", "{% raw %}", "#panic()", "$x$", "\\x1b[31m", "::error::甲",
    "%0A", "甲 & 乙", "a < b", "\"甲'", "`甲`", "*甲*", "${甲}", "$(甲)", "javascript", "%s{0}",
]  # fmt: skip


@dataclass(frozen=True)
class Built:
    """A site and the catalogue it was built of; `tokens` name the field of each text."""

    catalog: Path
    site: Path
    tokens: Mapping[str, Where]


class _Texts:
    """Gives each field a text that begins with a token of its own, hostile or as long and harmless."""

    def __init__(self, hostile: bool) -> None:
        self.hostile = hostile
        self.tokens: dict[str, Where] = {}
        self._of: dict[Where, str] = {}

    def __call__(self, where: Where, limit: int) -> str:
        number = len(self._of)
        token = self._of.setdefault(where, f"QD{number:04}")
        self.tokens[token] = where
        first = int(token[2:]) % len(ATTACKS)
        body = "".join(ATTACKS[first:] + ATTACKS[:first])
        text = f"={token}{body}"[: min(limit, 34 if where[0] in ON_PAPER else 80)]
        return text if self.hostile else text[:7] + "x" * (len(text) - 7)


def _accept_all(listed: Catalogue, findings: Iterable[Finding]) -> list[Finding]:
    """Return the findings and one for each acceptance, accepted: its reason comes out on the page of checks."""
    said = {"name": "甲"}
    accepted = (
        replace(finding("B105", document.at(path), **said), accepted=Acceptance(entry["reason"], entry["on"]))
        for document, path, entry in _acceptances(listed)
    )
    return [*findings, *accepted]


@pytest.fixture(scope="module", autouse=True)
def _no_cache() -> Iterator[None]:
    """Keep no finding: the same files are checked with and without the rules."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv(VARIABLE, "")
        yield


@contextmanager
def unguarded() -> Iterator[None]:
    """Let texts pass that the checks refuse: escaping must hold by itself."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("generator.catalogue.validate.flaws", lambda _text: ())
        patch.setattr("generator.check.RULES", ())
        patch.setattr("generator.check.judge_changes", lambda *_: ())
        patch.setattr("generator.check.accept", _accept_all)
        yield


def _built(folder: Path, hostile: bool) -> Built:
    texts = _Texts(hostile)
    files = {path: json.dumps(value, ensure_ascii=False) + "\n" for path, value in catalogue(texts).items()}
    write(folder / "catalog", files)
    with unguarded():
        built = build(folder / "catalog", folder / "site", DAY, None)
    assert built.done, [f"{f.position} {f.code} {f.message.zh}" for f in built.findings if has_errors([f])]
    return Built(folder / "catalog", folder / "site", texts.tokens)


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Built:
    return _built(tmp_path_factory.mktemp("hostile"), hostile=True)


@pytest.fixture(scope="module")
def harmless(tmp_path_factory: pytest.TempPathFactory) -> Built:
    return _built(tmp_path_factory.mktemp("harmless"), hostile=False)


# --- what goes in -----------------------------------------------------------------------------------------------


def _where(kind: str, path: At) -> Where:
    """Return the field of a value in a file."""
    where: Where = (kind,)
    for step in path:
        free = isinstance(step, int) or not any(
            step in node.get("properties", {}) for node, _ in nodes_at(where)
        )
        where = (*where, "*" if free else str(step))
    return where


def _documents(text: Texts) -> Iterator[tuple[str, Document, list[At]]]:
    """Yield (kind, file, places of its texts) of as few files of the catalogue as have every field."""
    tried: set[Where] = set()
    for path, value in catalogue(text).items():
        parts = path.removesuffix(".yaml").split("/")
        kind = parts[-1] if parts[-1] in ("place", "redirects") else parts[-2]
        document = read_yaml(json.dumps(value, indent=1).encode(), path)  # all but ASCII as escapes
        assert isinstance(document, Document)
        fields = {at: _where(kind, at) for at in document.values if isinstance(document.get(at), str)}
        texts = [at for at, where in fields.items() if is_text(nodes_at(where))]
        if not tried.issuperset(fields[at] for at in texts):
            tried.update(fields[at] for at in texts)
            yield kind, document, texts
    assert tried == set(text_paths())


def test_no_text_of_the_schemas_is_left_out(hostile: Built) -> None:
    assert set(hostile.tokens.values()) == set(text_paths())


@pytest.mark.parametrize("text", REFUSED)
def test_what_might_run_is_refused_at_its_place_in_every_text(text: str) -> None:
    for kind, document, texts in _documents(lambda _where, _limit: text):
        told: dict[Any, set[str]] = {}
        for found in check_document(document, kind):
            told.setdefault(found.position, set()).add(found.code)
        missed = [at for at in texts if not told.get(document.at(at), set()) & {"U101", "U111", "S106"}]
        assert missed == [], document.file


@pytest.mark.parametrize("text", UNSEEN)
def test_what_a_terminal_acts_on_is_refused_by_the_reader(text: str) -> None:
    files = catalogue(lambda _where, _limit: text)
    for path, value in files.items():
        for data in (json.dumps(value, indent=1), json.dumps(value, indent=1, ensure_ascii=False)):
            found = read_yaml(data.encode(), path)
            assert isinstance(found, Finding) and found.code == "U101", path


def test_what_no_output_runs_is_let_in() -> None:
    turn = itertools.cycle(INERT)
    for kind, document, _ in _documents(lambda _where, limit: next(turn)[:limit]):
        assert check_document(document, kind) == [], document.file


# --- what comes out ---------------------------------------------------------------------------------------------

# Attributes whose values are words; every other attribute must be the same on both sites.
_SPOKEN = {"title", "alt", "content", "aria-label", "value", "placeholder", "label", "id", "for", "headers"}


class _Elements(HTMLParser):
    """Collects the elements of a page with their attributes, of words only the names."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[tuple[str, ...]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        said = (
            name if name in _SPOKEN or name.startswith("data-") else f"{name}={value}"
            for name, value in attrs
        )
        self.found.append((tag, *said))

    def handle_comment(self, data: str) -> None:
        self.found.append(("comment",))


def _elements(text: str) -> list[tuple[str, ...]]:
    parser = _Elements()
    parser.feed(text)
    return parser.found


def _shape(value: Json) -> Json:
    """Return a value with every text empty."""
    if isinstance(value, dict):
        return {key: _shape(inner) for key, inner in value.items()}
    return (
        [_shape(inner) for inner in value]
        if isinstance(value, list)
        else ""
        if isinstance(value, str)
        else value
    )


def _pairs(hostile: Built, harmless: Built, suffix: str) -> Iterator[tuple[str, str, str]]:
    """Yield (path, hostile, harmless) of the files of both sites, which have the same names."""
    names = [
        sorted(path.relative_to(one.site).as_posix() for path in one.site.rglob("*") if path.is_file())
        for one in (hostile, harmless)
    ]
    assert names[0] == names[1]
    for name in names[0]:
        if name.endswith(suffix):
            yield name, (hostile.site / name).read_text("utf-8"), (harmless.site / name).read_text("utf-8")


def test_no_page_differs_but_in_its_words(hostile: Built, harmless: Built) -> None:
    compared = 0
    for name, bad, good in _pairs(hostile, harmless, ".html"):
        assert _elements(bad) == _elements(good), name
        compared += "QD" in bad
    assert compared > 60


def test_data_files_hold_the_same_values(hostile: Built, harmless: Built) -> None:
    compared = 0
    for name, bad, good in _pairs(hostile, harmless, ".json"):
        assert _shape(json.loads(bad)) == _shape(json.loads(good)), name
        compared += 1
    assert compared >= 3


def test_scripts_are_one_value_without_markup(hostile: Built, harmless: Built) -> None:
    compared = 0
    for name, bad, _ in _pairs(hostile, harmless, ".js"):
        if bad.startswith("window.QINGDAN"):
            assert not set("<>&\u2028\u2029") & set(bad), name
            assert bad.endswith(";\n") and bad.count("\n") == 1
            json.loads(bad.partition("=")[2][:-2])
            compared += 1
    assert compared == 2


def _drawn(svg: str) -> set[tuple[str, ...]]:
    """Return the elements of a drawing with the names of their attributes."""
    return {(element.tag, *element.attrib) for element in ElementTree.fromstring(svg).iter()}


def test_drawings_have_the_same_parts(hostile: Built, harmless: Built) -> None:
    for name, bad, good in _pairs(hostile, harmless, ".svg"):
        assert _drawn(bad) == _drawn(good), name


def test_plain_files_name_no_text(hostile: Built) -> None:
    assert "QD" not in (hostile.site / "_headers").read_text("utf-8")


# --- in the real browser ----------------------------------------------------------------------------------------

POISON = [
    "constructor",
    "__proto__",
    "../../x",
    "<img src=x onerror=qd()>",
    "javascript:qd()",
    "甲" * 500,
    "a/" * 300,
]
_LOADED = """() => new Promise((done) => {
    const look = () => window.QINGDAN_SEARCH_MORE ? setTimeout(done) : setTimeout(look, 10);
    look();
})"""
_MADE = "img[src=x], [onfocus], [onerror], [onload], svg[onload], a[href^='javascript']"


@pytest.fixture
def watched(hostile: Built, chromium: Browser) -> Iterator[tuple[Page, str]]:
    """Yield a page and the site's address; at the end nothing ran, no policy was broken, no other host was asked."""
    context = chromium.new_context(viewport={"width": 360, "height": 740})
    context.add_init_script("window.qd = () => { window.ran = true }")
    page = context.new_page()
    told: list[str] = []
    page.on("dialog", lambda dialog: told.append(dialog.message))
    page.on("pageerror", lambda error: told.append(str(error)))
    page.on("console", lambda message: told.append(message.text) if message.type == "error" else None)
    with serving(hostile.site) as address:
        page.on(
            "request", lambda request: None if request.url.startswith(address) else told.append(request.url)
        )
        yield page, address
        context.close()
    assert told == []


def _unharmed(page: Page) -> None:
    assert page.evaluate("window.ran") is None, page.url
    assert page.evaluate(f'document.querySelectorAll("{_MADE}").length') == 0, page.url


def test_no_page_runs_a_text(hostile: Built, watched: tuple[Page, str]) -> None:
    page, address = watched
    shown = 0
    for name in sorted(path.relative_to(hostile.site).as_posix() for path in hostile.site.rglob("*.html")):
        if "QD" in (hostile.site / name).read_text("utf-8"):
            page.goto(f"{address}/{name}")
            _unharmed(page)
            wide = page.evaluate(
                "document.documentElement.scrollWidth - document.documentElement.clientWidth"
            )
            assert wide <= 0, name
            shown += 1
    assert shown > 60


def test_results_of_hostile_names_are_texts(hostile: Built, watched: tuple[Page, str]) -> None:
    page, address = watched
    names = {token for token, where in hostile.tokens.items() if where[-1] == "name" or "aliases" in where}
    page.goto(f"{address}/index.html")
    page.locator("input[name=q]").focus()
    page.evaluate(_LOADED)
    found = 0
    for asked in (*sorted(names)[:12], *ATTACKS, "__proto__", "constructor", "\u202e甲", "甲" * 300):
        page.fill("input[name=q]", asked)
        _unharmed(page)
        found += "onerror" in page.locator(".qd-results").inner_text()
    assert found


@pytest.mark.parametrize("poison", POISON)
def test_addresses_and_what_the_device_keeps_are_only_compared(
    watched: tuple[Page, str], poison: str
) -> None:
    page, address = watched
    page.goto(f"{address}/index.html")
    page.evaluate(
        "value => ['place', 'large'].forEach(key => localStorage.setItem('qingdan.' + key, value))", poison
    )
    asked = quote(poison)
    for path in (
        "index.html?place=", "search/index.html?q=zzqq&place=", "search/index.html?q=",
        "national/tasks/index.html?v=", "national/must-not/index.html?d=",
    ):  # fmt: skip
        page.goto(f"{address}/{path}{asked}#{asked}")
        _unharmed(page)
    page.goto(f"{address}/index.html#{asked}")
    page.locator("input[name=q]").focus()
    page.evaluate(_LOADED)
    page.fill("input[name=q]", "zzqq")
    _unharmed(page)
    links = page.eval_on_selector_all(
        ".qd-advice a, .qd-results a", "all => all.map(one => one.getAttribute('href'))"
    )
    assert links and not any("undefined" in link for link in links), links


# --- on the console ---------------------------------------------------------------------------------------------

FORGED = "甲\n::error::乙\nwarning: 0\n| 丙 |"


@pytest.fixture(scope="module")
def forged(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a catalogue whose texts bring lines of their own."""
    files = catalogue(lambda _where, limit: FORGED[:limit])
    folder = tmp_path_factory.mktemp("forged") / "catalog"
    return write(folder, {path: json.dumps(value) + "\n" for path, value in files.items()})


@pytest.mark.parametrize(
    "command",
    [
        "explain hubei tasks/changed", "explain hubei tasks/gone name", "explain hubei certificates/own --format json",
        "resolve hubei", "resolve hubei --format yaml", "difference national hubei",
        "difference national hubei --format json", "count", "count --format csv", "count --format json", "owners",
    ],
)  # fmt: skip
def test_no_text_begins_a_line_of_a_command(forged: Path, command: str) -> None:
    day = [] if command.startswith(("count", "owners")) else ["--on", DAY.isoformat()]
    with unguarded():
        done = CliRunner().invoke(cli, [*command.split(), "--catalog", str(forged), *day], color=True)
    assert done.exit_code == 0, done.output
    assert [
        line for line in done.output.split("\n") if line.lstrip().startswith(("::", "warning", "| 丙"))
    ] == []
    assert [c for c in done.output if not c.isprintable() and c != "\n"] == []


def test_no_text_begins_a_line_of_a_report(forged: Path) -> None:
    with pytest.MonkeyPatch.context() as patch:  # with the rules, whose findings quote the texts
        patch.setattr("generator.catalogue.validate.flaws", lambda _text: ())
        found = check_catalogue(forged).findings
    assert any("甲" in f.message.zh for f in found)
    reports = {form: write_report(found, "zh") for form, write_report in FORMATS.items()}
    for form, report in [*reports.items(), ("text", "\n".join(map(printable, lines(found, "zh"))))]:
        heads = ("::error::", "::notice::", "::warning::", "warning", "| 丙")
        assert [line for line in report.split("\n") if line.startswith(heads)] == [], form
        assert [c for c in report if not c.isprintable() and c != "\n"] == [], form
    ElementTree.fromstring(reports["junit"])
    assert json.loads(reports["json"]) and json.loads(reports["sarif"])


def test_no_count_is_a_formula(hostile: Built) -> None:
    with unguarded():
        done = CliRunner().invoke(cli, ["count", "--format", "csv", "--catalog", str(hostile.catalog)])
    cells = [cell for row in csv.reader(io.StringIO(done.output)) for cell in row]
    assert any(cell.startswith("'=QD") for cell in cells)
    assert [cell for cell in cells if cell.startswith(("=", "+", "-", "@", "\t", "\r"))] == []


def test_a_new_file_holds_no_line_of_a_name(forged: Path, tmp_path: Path) -> None:
    shutil.copytree(forged, tmp_path / "catalog")
    table = tmp_path / "list.csv"
    table.write_text('名称\n"甲\n::error::"\n', "utf-8")
    where = ["--catalog", str(tmp_path / "catalog")]
    with unguarded():
        options = "--kind tasks --title 甲 --source full --bodies village --polarity permits --complete yes"
        done = CliRunner().invoke(
            cli,
            [
                "new",
                "list",
                "hubei",
                "made",
                *options.split(),
                "--from",
                "2024",
                "--from-table",
                str(table),
                *where,
            ],
        )
    assert done.exit_code == 0, done.output
    assert [line for line in done.output.split("\n") if line.startswith(("::", "warning"))] == [], done.output
    written = (tmp_path / "catalog" / "hubei" / "lists" / "made.yaml").read_text("utf-8")
    assert [line for line in written.split("\n") if line.startswith(("::", "warning", "| 丙"))] == []


# --- on paper ---------------------------------------------------------------------------------------------------

_ACTIVE = {
    "/JavaScript", "/JS", "/URI", "/Launch", "/OpenAction", "/AA", "/EmbeddedFile", "/Annots", "/AcroForm", "/GoToR",
}  # fmt: skip


def _names(node: pikepdf.Object, seen: set[tuple[int, int]]) -> Iterator[str]:
    """Yield the keys of all dictionaries below an object of a PDF."""
    if node.is_indirect:
        if node.objgen in seen:
            return
        seen.add(node.objgen)
    if isinstance(node, (pikepdf.Dictionary, pikepdf.Stream)):
        for key in node:
            yield str(key)
            yield from _names(node[key], seen) if isinstance(node[key], pikepdf.Object) else ()
    elif isinstance(node, pikepdf.Array):
        for entry in node:
            yield from _names(entry, seen) if isinstance(entry, pikepdf.Object) else ()


def test_sheets_draw_hostile_texts_and_act_on_none(hostile: Built) -> None:
    sheets = sorted(hostile.site.glob("print/national/signs/full/**/*.pdf"))
    sign = json.loads((hostile.catalog / "national" / "signs" / "full.yaml").read_text("utf-8"))
    assert {sheet.name for sheet in sheets} == {"sign.pdf", "spec-sheet.pdf"}
    for sheet in sheets:
        with pikepdf.open(sheet) as pdf:
            assert not _ACTIVE & set(_names(pdf.trailer, set())), sheet
            metadata = pdf.Root.get("/Metadata")
            if metadata is not None:
                ElementTree.fromstring(metadata.read_bytes())
        if sheet.name == "spec-sheet.pdf":
            text = "".join(pypdfium2.PdfDocument(sheet)[0].get_textpage().get_text_range().split())
            assert (
                "".join(sign["name"].split()) in text
                and "".join(sign["layouts"][0]["name_pattern"].split()) in text
            )
