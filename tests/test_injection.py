"""What looks like HTML, script, a template or markup in a text is refused at its place, and inert where it comes out.

The fields are found by the schema, so that a new text field is tried without a line here. The site is built with the
check for markup turned off: escaping must hold by itself, not only because the check refuses such texts.
"""

import json
import shutil
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from html.parser import HTMLParser
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest
from click.testing import CliRunner
from playwright.sync_api import Browser

from generator.build import build
from generator.catalogue.one_file import check_document
from generator.catalogue.schema import Branches, at_key, branches_of, schemas
from generator.check import check_catalogue
from generator.cli import cli
from generator.findings import Severity
from generator.reading import Document, Json, read_yaml
from generator.reading.document import Path as At
from generator.report import FORMATS
from tests.conftest import DAY, ROOT
from tests.small import BASE, certificate, write

CATALOG = ROOT / "catalog"
KINDS = sorted(set(schemas()) - {"common"})
REFUSED = [
    "<script>qd()</script>", "<img src=x onerror=qd()>", "</textarea><svg onload=qd()>", "[看](javascript:qd())",
    "![看](x)", "javascript:qd()", "甲--><b>", "]]><x>",
]  # fmt: skip
INERT = "<img src=x onerror=qd()>\"onfocus='qd()'&lt;b&gt;{{7*7}}{%x%}#qd[]"  # HTML, attributes, Jinja, Typst


def _is_text(nodes: Branches) -> bool:
    limits = {"enum", "const", "pattern", "x-ref"}
    return any(n.get("type") == "string" for n, _ in nodes) and not any(limits & set(n) for n, _ in nodes)


@cache
def _nodes(kind: str, path: tuple[str, ...]) -> Branches:
    return at_key(_nodes(kind, path[:-1]), path[-1]) if path else branches_of(kind)


def _kind(file: Path) -> str:
    return file.stem if file.stem in ("place", "redirects") else file.parent.name


def text_fields() -> dict[tuple[str, ...], tuple[Path, At]]:
    """Return, by kind and field, a file of the catalogue that uses a text field, and where."""
    found: dict[tuple[str, ...], tuple[Path, At]] = {}
    for file in sorted(CATALOG.rglob("*.yaml")):
        document = read_yaml(file.read_bytes(), file.name)
        assert isinstance(document, Document)
        kind = _kind(file)
        for path in document.values:
            generic = tuple("*" if isinstance(step, int) else step for step in path)
            if path and (kind, *generic) not in found and _is_text(_nodes(kind, generic)):
                found[(kind, *generic)] = (file, path)
    return found


FIELDS = text_fields()


def with_text(value: Json, path: At, new: str) -> Any:
    """Return a value with another text at a path."""
    if not path:
        return new
    if isinstance(value, list):
        return [with_text(v, path[1:], new) if n == path[0] else v for n, v in enumerate(value)]
    assert isinstance(value, dict)
    return {k: with_text(v, path[1:], new) if k == path[0] else v for k, v in value.items()}


@pytest.mark.parametrize("field", FIELDS, ids=".".join)
def test_markup_in_any_text_field_is_refused_at_its_place(field: tuple[str, ...]) -> None:
    file, path = FIELDS[field]
    document = read_yaml(file.read_bytes(), file.name)
    assert isinstance(document, Document)
    for text in REFUSED:
        found = check_document(replace(document, value=with_text(document.value, path, text)), _kind(file))
        told = [f for f in found if f.position == document.at(path)]
        assert {f.code for f in told} & {"U111", "S106"}, (text, found)
        assert all(f.severity is Severity.ERROR for f in told)


URLS = [
    "javascript:alert(1)", "data:text/html,x", "file:///etc/passwd", "//evil.cn/x", "https://用户@例子.cn/",
    "https://user:pw@gov.cn/", "https://gov.cn/a b", "https://gоv.cn/", 'https://gov.cn/"onclick="x', "https:gov.cn",
]  # fmt: skip


@pytest.mark.parametrize("url", URLS)
def test_an_address_that_is_none_is_refused_at_its_place(url: str) -> None:
    data = f"title: 甲\nkind: law\ncopy: primary\nread: full\nurl: {json.dumps(url, ensure_ascii=False)}\n".encode()
    document = read_yaml(data, "f.yaml")
    assert isinstance(document, Document)
    told = {str(f.position) for f in check_document(document, "sources") if f.code != "U112"}
    assert told == {"f.yaml:5:6"}  # U112 besides: at the letter that only looks Latin


# Fields that a rule holds to a form of its own: a finding refuses the file.
RULED = {
    ("figures", "before", "as_stated"), ("figures", "after", "as_stated"), ("forms", "number_pattern"),
    ("signs", "name_pattern"), ("signs", "names", "*", "pattern"), ("sources", "articles_as_of"),
}  # fmt: skip


def spoilt(folder: Path) -> dict[str, tuple[str, ...]]:
    """Write the catalogue with the hostile text in one file for each text field; return the fields by their token."""
    shutil.copytree(CATALOG, folder)
    tokens: dict[str, tuple[str, ...]] = {}
    for number, (field, (file, path)) in enumerate(FIELDS.items()):
        if field in RULED:
            continue
        target = folder / file.relative_to(CATALOG)
        document = read_yaml(target.read_bytes(), file.name)
        assert isinstance(document, Document)
        longest = min(
            (n["maxLength"] for n, _ in _nodes(field[0], field[1:]) if "maxLength" in n), default=200
        )
        token = f"QD{number:03}"
        payload = f"{token}{INERT}"[:longest]
        before = target.read_bytes()
        kept = str(document.get(path))[: longest - len(payload)]
        target.write_text(
            json.dumps(with_text(document.value, path, kept + payload), ensure_ascii=False) + "\n", "utf-8"
        )
        found = check_document(_read(target), field[0])
        if any(f.severity is Severity.ERROR for f in found):
            target.write_bytes(before)
        else:
            tokens[token] = field
    return tokens


def _read(file: Path) -> Document:
    document = read_yaml(file.read_bytes(), file.name)
    assert isinstance(document, Document)
    return document


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Path, dict[str, tuple[str, ...]]]]:
    work = tmp_path_factory.mktemp("spoilt")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("generator.catalogue.validate.flaws", lambda _text: ())
        tokens = spoilt(work / "catalog")
        errors = [f for f in check_catalogue(work / "catalog").findings if f.severity is Severity.ERROR]
        built = build(work / "catalog", work / "site", DAY, None, preview=True)
    assert built.done and not errors, errors
    assert len(tokens) > len(FIELDS) - 12
    yield work / "site", tokens


class _Seen(HTMLParser):
    """Collects what a page must not have, and its text."""

    def __init__(self) -> None:
        super().__init__()
        self.bad: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        for name, value in attrs:
            if name.startswith("on") or (value or "").strip().lower().startswith(
                ("javascript:", "vbscript:")
            ):
                self.bad.append(f"{tag} {name}={value}")
            if name == "src" and value == "x":
                self.bad.append(f"{tag} src=x")


def pages(site: Path) -> dict[Path, str]:
    """Return the pages that hold a hostile text."""
    read = ((path, path.read_text("utf-8")) for path in sorted(site.rglob("*.html")))
    return {path: text for path, text in read if "QD" in text}


@pytest.mark.xdist_group("site")
def test_no_page_has_an_element_or_attribute_made_of_text(
    site: tuple[Path, dict[str, tuple[str, ...]]],
) -> None:
    shown = pages(site[0])
    assert len(shown) > 100
    for path, text in shown.items():
        seen = _Seen()
        seen.feed(text)
        assert not seen.bad, (path, seen.bad)


@pytest.mark.xdist_group("site")
def test_every_text_comes_out(site: tuple[Path, dict[str, tuple[str, ...]]]) -> None:
    folder, tokens = site
    left = dict(tokens)
    for path in sorted(folder.rglob("*")):
        if path.suffix in (".html", ".json", ".js", ".svg"):
            text = path.read_text("utf-8")
            if "QD" in text:
                left = {token: field for token, field in left.items() if token not in text}
            if path.suffix == ".json":
                json.loads(text)
            if path.suffix == ".svg":
                assert "script" not in {e.tag.rpartition("}")[2] for e in ElementTree.fromstring(text).iter()}
    assert not left, sorted(left.values())


@pytest.mark.xdist_group("site")
def test_nothing_runs_in_the_browser(
    site: tuple[Path, dict[str, tuple[str, ...]]], chromium: Browser
) -> None:
    folder, tokens = site
    context = chromium.new_context()
    context.add_init_script("window.qd = () => { window.ran = true }")
    page = context.new_page()
    told: list[str] = []
    page.on("dialog", lambda dialog: told.append(dialog.message))
    page.on("console", lambda message: told.append(message.text) if message.type == "error" else None)
    left, shown = set(tokens), ""
    for path, text in sorted(pages(folder).items(), key=lambda pair: -sum(t in pair[1] for t in tokens)):
        here = {token for token in left if token in text}
        if here and len(left) > len(tokens) // 20:
            left -= here
            page.goto(path.as_uri())
            assert page.evaluate("window.ran") is None, path
            assert page.evaluate("document.querySelectorAll('img[src=x], [onfocus], [onerror]').length") == 0
            shown += page.evaluate("document.documentElement.textContent")
    assert INERT in shown and not told
    context.close()


def unseen(text: str) -> list[str]:
    """Return the characters of an output that a terminal would act on or not show."""
    return [character for character in text if not character.isprintable() and character != "\n"]


NAMES = [
    "\x1b[31mred.yaml",
    "a\u202eb.yaml",
    "x\n::error::y.yaml",
    "\u2066z",
    "bad\udcff.yaml",
    "a\u200bb.yaml",
]


@pytest.mark.parametrize("form", ["text", *FORMATS])
@pytest.mark.parametrize("lang", ["zh", "en"])
def test_no_output_of_a_check_acts_on_the_terminal(tmp_path: Path, form: str, lang: str) -> None:
    files: dict[str, str | bytes] = {
        **BASE, **{f"hubei/{name}": "a: 1\n" for name in NAMES},
        "hubei/certificates/a.yaml": 'name: "\\e]0;title\\a"\n"\\e[2J": 1\n',
        "hubei/certificates/b.yaml": certificate(name='"甲\\u202e乙"'),
        "hubei/certificates/c.yaml": 'verdict: "a\\rb"\n"k\\u009bm": 1\n',
        "hubei/certificates/d.yaml": b"name: \x1b[31m\n",
        "hubei/certificates/e.yaml": certificate(verdict='"no\\nwarning: 0 errors"'),
    }  # fmt: skip
    write(tmp_path / "catalog", files)
    done = CliRunner().invoke(
        cli, ["--lang", lang, "check", str(tmp_path / "catalog"), "--format", form, "--notes"], color=True
    )
    assert done.exit_code == 1, done.output
    assert not unseen(done.output)
    if form in ("text", "github"):
        heads = [line for line in done.output.split("\n") if line.startswith(("warning:", "::error::"))]
        assert not heads
