"""docs/structure.md names only what there is: fields of the schemas, files of the catalogue, sentences and codes."""

import html
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest
from ruamel.yaml import YAML

from generator.catalogue.schema import Branches, at_key, branches_of, schemas
from generator.codes import CODES
from generator.printing.problems import Problem

ROOT = Path(__file__).parents[1]
PAGE = (ROOT / "docs/structure.md").read_text("utf-8")
TOKENS = sorted(set(re.findall(r"`([^`]+)`", PAGE)))
PATHS = [token for token in TOKENS if "/" in token]
# A field may stand without its sentence's file, as `sign.html` beside its full path.
FIELDS = [token for token in TOKENS if "/" not in token and not token.endswith(".html")]
ITEM_KINDS = tuple(kind for kind, schema in schemas().items() if "fields" in schema.get("$defs", {}))


def rows() -> Iterator[tuple[str, list[str]]]:
    """Yield (section, cells) of every row."""
    section = ""
    for line in PAGE.splitlines():
        if line.startswith("## "):
            section = line.removeprefix("## ").partition(" {")[0]
        elif line.startswith("| ") and not line.startswith("| 编号"):
            yield section, [cell.strip() for cell in line.strip("|").split("|")]


ROWS = list(rows())


def named(field: str) -> tuple[tuple[str, ...], list[str], str]:
    """Return the kinds, the path and the value that a field's name means; without a kind it means all items."""
    path, _, value = field.partition(": ")
    head, *rest = path.split(".")
    return ((head,), rest, value) if head in schemas() else (ITEM_KINDS, [head, *rest], value)


def nodes_at(kind: str, path: list[str]) -> Branches:
    nodes = branches_of(kind)
    for key in path:
        nodes = at_key(nodes, key) or at_key(at_key(nodes, "*"), key)
    return (*nodes, *at_key(nodes, "*"))


@pytest.mark.parametrize("path", PATHS)
def test_every_file_named_is_there(path: str) -> None:
    assert (ROOT / path).is_file()


@pytest.mark.parametrize("field", FIELDS)
def test_every_field_named_is_in_the_schemas(field: str) -> None:
    kinds, path, value = named(field)
    for kind in kinds:
        nodes = nodes_at(kind, path)
        assert nodes, kind
        assert not value or any(value in node.get("enum", ()) for node, _ in nodes), kind


@cache
def used(path: str) -> frozenset[str]:
    """Return the dotted paths of a catalogue file, those of a change's values as the fields they change."""
    found: set[str] = set()

    def walk(node: object, at: str) -> None:
        if isinstance(node, dict):
            for key, value in node.items():
                below = f"{at}.{key}".removeprefix(".")
                found.update((below, re.sub(r"^(changes\.set|introduces)\.", "", below)))
                if isinstance(value, str):
                    found.add(f"{re.sub(r'^(changes[.]set|introduces)[.]', '', below)}: {value}")
                walk(value, below)
        elif isinstance(node, list):
            for value in node:
                walk(value, at)

    walk(YAML(typ="safe").load(ROOT / path), "")
    return frozenset(found)


def kind_of(path: str) -> str:
    return Path(path).stem if Path(path).name in ("place.yaml", "redirects.yaml") else Path(path).parent.name


EXAMPLES = [
    (cells[0], path, tuple(re.findall(r"`([^`]+)`", cells[2])))
    for _, cells in ROWS for path in re.findall(r"`(catalog/[^`]+)`", cells[4])
]  # fmt: skip


@pytest.mark.parametrize(("row", "path", "fields"), EXAMPLES)
def test_every_example_uses_a_field_of_its_row(row: str, path: str, fields: tuple[str, ...]) -> None:
    mine = [
        ".".join(at) + (f": {value}" if value else "")
        for kinds, at, value in map(named, fields) if kind_of(path) in kinds
    ]  # fmt: skip
    assert set(mine) & used(path), f"{row}: none of {mine}"


def test_every_row_is_whole_and_the_numbered_ones_are_all_there() -> None:
    assert all(len(cells) == 5 and all(cells) for _, cells in ROWS)
    numbered = {"证明": 13, "任务、报表、机制": 14}
    for section, count in numbered.items():
        assert [cells[0] for name, cells in ROWS if name == section] == [str(n + 1) for n in range(count)]
    assert len({(section, cells[0]) for section, cells in ROWS}) == len(ROWS)


def test_every_sentence_and_code_named_is_there() -> None:
    promised = set(re.findall(r"F\d+", (ROOT / "docs/fold.md").read_text("utf-8")))
    assert set(re.findall(r"\bF\d+\b", PAGE)) <= promised
    codes = {*CODES, *(problem.code for problem in Problem.__subclasses__())}
    assert set(re.findall(r"\b[A-EG-Z]\d{3}\b", PAGE)) <= codes


# Every entry and every quotation has these; the row of what stands in it speaks for them.
_EVERYWHERE = frozenset({"id", "basis", "clause", "source", "on", "from", "notes"})


def fields() -> Iterator[str]:
    """Yield `kind.path` of every field, as docs/fields.md lists them."""
    kind = ""
    for line in (ROOT / "docs/fields.md").read_text("utf-8").splitlines():
        if heading := re.match(r"## .* \{ #([\w-]+) \}", line):
            kind = heading[1]
        elif (field := re.match(r"\| `([^`]+)`", line)) and kind in schemas():
            yield re.sub(r"\[\]|<[^>]*>", "", f"{kind}.{field[1]}")


@pytest.mark.parametrize("field", sorted({f for f in fields() if f.rpartition(".")[2] not in _EVERYWHERE}))
def test_every_field_of_the_schemas_is_named(field: str) -> None:
    path = field.partition(".")[2]
    said = {token.partition(": ")[0] for token in FIELDS}
    assert any(
        name == token or name.startswith(f"{token}.") or token.startswith(f"{name}.")
        for token in said for name in (field, path)
    )  # fmt: skip


_WORDLESS = frozenset({"id", "changes", "source", "accepted", "reason", "from", "until", "on"})
_CODE = re.compile(r"[a-z0-9_/.-]+")  # a word of the format, an item or a document: the page says it in words


def texts(node: object) -> Iterator[str]:
    """Yield the texts that an introduction or a change's values give a matter."""
    if isinstance(node, dict):
        for key, value in node.items():
            if key not in _WORDLESS:
                yield from texts(value)
    elif isinstance(node, list):
        for value in node:
            yield from texts(value)
    elif isinstance(node, str) and not _CODE.fullmatch(node):
        yield node


def squeezed(text: str) -> str:
    return "".join(text.split())


@pytest.mark.parametrize("kind", ITEM_KINDS)
def test_every_text_of_a_matter_stands_on_its_page(kind: str, built_site: Path) -> None:
    """Before the trail, which repeats every value by itself."""
    lost, seen = [], 0
    for file in sorted((ROOT / "catalog").glob(f"**/{kind}/*.yaml")):
        page = built_site / file.relative_to(ROOT / "catalog").with_suffix("") / "index.html"
        data = YAML(typ="safe").load(file)
        if page.is_file():
            shown = page.read_text("utf-8").partition('id="trail"')[0]
            shown = squeezed(html.unescape(re.sub(r"<[^>]+>", "", shown)))
            said = [data] if "adjusts" not in data else [change.get("set") for change in data["changes"]]
            given = list(texts(said))
            seen += len(given)
            lost += [(file.name, text) for text in given if squeezed(text) not in shown]
    assert seen > 0
    assert lost == []


def test_a_row_without_an_example_says_why() -> None:
    for section, cells in ROWS:
        assert "`catalog/" in cells[4] or len(cells[4]) >= 8, (section, cells[0])
