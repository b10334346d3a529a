"""docs/data.md names every key of the JSON, and no other: of the real catalogue, and of small ones for rare keys."""

import re
from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path
from typing import Any

from generator.check import check_catalogue
from generator.resolve import resolve, resolve_tree
from generator.resolve.difference import difference, difference_data
from generator.resolve.explain import explain
from generator.resolve.explain_lines import explanation_data
from generator.resolve.export import directory_data
from generator.site.context import Site
from generator.site.data_files import place_data
from tests.resolve.asking import BELOW, FILE, ITEM
from tests.small import certificate, change, checked

PAGE = (Path(__file__).parents[2] / "docs/data.md").read_text("utf-8")
SECTION = re.compile(r"^## [^\n]*\{ #(\w+) \}\n(.*?)(?=^## |\Z)", re.M | re.S)
ROW = re.compile(r"^\| `(\w+)`(\??) \| (.*?) \|", re.M)
TYPE = re.compile(r"\(#(\w+)\)(?: by (\w+))?")
Keys = set[tuple[str, str]]


def rows() -> Iterator[tuple[str, str, bool, str]]:
    for name, text in SECTION.findall(PAGE):
        for key, optional, kind in ROW.findall(text):
            yield name, key, bool(optional), kind


TYPES = {(name, key): kind for name, key, _, kind in rows()}
NEEDED = {
    name: {key for other, key, optional, _ in rows() if other == name and not optional} for name, *_ in rows()
}


def keys(name: str, data: Any) -> Iterator[tuple[str, str]]:
    """Yield the keys of one object and of those in it, as their types on the page tell."""
    assert NEEDED[name] <= set(data), (name, NEEDED[name] - set(data))
    for key, value in data.items():
        yield name, key
        found = TYPE.search(TYPES.get((name, key), ""))
        for part in _parts(value, bool(found and found[2]), TYPES.get((name, key), "")) if found else ():
            yield from keys(found[1], part)


def _parts(value: Any, by_id: bool, kind: str) -> Iterable[Any]:
    inner = list(value.values()) if by_id else [value]
    flat = [part for one in inner for part in (one if isinstance(one, list) else [one])]
    return [part for part in flat if isinstance(part, dict)]


def of_catalogue(catalogue: Any, places: Iterable[str], days: Iterable[date]) -> Keys:
    found: Keys = set()
    for place in places:
        directories = [resolve(catalogue, place, day) for day in days]
        for directory in directories:
            found |= set(keys("directory", directory_data(catalogue, directory)))
            for item in (*list(directory.items)[:20], *directory.withdrawn, *directory.offered):
                told = explanation_data(explain(catalogue, place, item, None, directory.on))
                found |= set(keys("explanation", told))
            for one in difference_data(difference(directories[0], directory)):
                found |= set(keys("difference", one))
    return found


def small(tmp_path: Path) -> Keys:
    """Return the keys of what the real catalogue holds none of today."""
    moved = (
        'changes:\n  - {from: "2023", source: notice, set: {name: 甲}}\n'
        '  - {from: "2023-06", source: notice, set: {name: 乙}}\n'
        '  - {from: "2024-01-01", source: notice, clause: 第一条, withdraw: true, reason: 丙, below: open, '
        "returned_to: 县, replaced_by: [certificates/b]}\n"
    )
    files = {
        FILE: certificate("unknown") + moved, "national/certificates/b.yaml": certificate("unknown", name="丁"),
        "national/certificates/c.yaml": certificate() + "adoption: opt-in\n", "hubei/certificates/d.yaml": "name: [\n",
        "national/certificates/e.yaml": certificate(name="戊"),
        "hubei/certificates/e.yaml": change("source: local\nset: {exceptions: [other]}\nwas: {exceptions: [third]}"),
    }  # fmt: skip
    result = checked(tmp_path / "a", files)
    found = of_catalogue(result.catalogue, ["hubei"], [date(2023, 6, 15), date(2024, 6, 1)])
    broken = checked(tmp_path / "b", {FILE: certificate(), BELOW: "name: [\n"})
    found |= of_catalogue(broken.catalogue, ["hubei"], [date(2024, 6, 1)])
    errors = {BELOW: tuple(f for f in broken.findings if f.position.file == f"catalog/{BELOW}")}
    told = explanation_data(explain(broken.catalogue, "hubei", ITEM, None, date(2024, 6, 1)), errors)
    without = Site(broken.catalogue, resolve_tree(broken.catalogue, date(2024, 6, 1)), date(2024, 6, 1), {})
    found |= set(keys("data", place_data(without, "hubei")))
    return found | set(keys("explanation", told))


def test_the_page_names_every_key_and_every_key_there_is(tmp_path: Path) -> None:
    catalogue = check_catalogue(Path(__file__).parents[2] / "catalog", label="catalog").catalogue
    day = date(2026, 11, 24)
    found = small(tmp_path)
    found |= of_catalogue(catalogue, ["national", "hubei", "shandong/binzhou"], [date(2021, 1, 1), day])
    site = Site(catalogue, resolve_tree(catalogue, day), day, {})
    for place in site.places():
        found |= set(keys("data", place_data(site, place.path)))
    assert found <= set(TYPES), found - set(TYPES)
    assert {name for name, _ in TYPES} == {name for name, _ in found}
    assert {key for key in set(TYPES) - found if key[1] in NEEDED[key[0]]} == set()
    optional = {"absent_uncertain", "article", "date_uncertain", "field", "returned_to", "order_unstated"}
    assert {key for _, key in set(TYPES) - found} <= optional  # nothing of today's catalogue has them
