"""F44: nothing said in the catalogue can vanish in silence: what is deleted changes some data, or is a finding.

Every key, entry and change of every item file of the real catalogue is taken out in turn. What the site would then
publish of the item at its place (values, trails, history, announced steps; positions in files aside, which any edit
moves) is compared with before; where it is the same, the checker must say something.

Of every other file (places, documents, lists, figures, proposals, registers, redirects) the data file of its place
holds the whole value: two values that differ are never written as the same bytes, so it is enough to see that it does.
"""

import json
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from functools import cache
from pathlib import Path

import pytest

from generator.catalogue.model import Catalogue, ItemFile
from generator.catalogue.one_file import check_document
from generator.check import check_catalogue
from generator.reading.document import Document, Json
from generator.reading.document import Path as Place
from generator.resolve.export import gone_data, item_data, upcoming_data
from generator.resolve.judge import judge_changes
from generator.resolve.resolve import resolve, resolve_tree
from generator.rules import RULES
from generator.site.context import Site
from generator.site.data_files import place_data
from tests.small import certificate, checked

ROOT = Path(__file__).parents[2]
DAY = date(2026, 11, 24)
PARTS = 4  # so that the work is spread over the test processes


@cache
def real() -> Catalogue:
    return check_catalogue(ROOT / "catalog", label="catalog").catalogue


def without(value: Json, path: Place) -> Json:
    """Return a copy of a value without what stands at `path`."""
    head, *rest = path
    if isinstance(value, dict):
        copy = {k: without(v, tuple(rest)) if k == head and rest else v for k, v in value.items()}
        if not rest:
            copy.pop(str(head))
        return copy
    assert isinstance(value, list) and isinstance(head, int)
    listed = [without(v, tuple(rest)) if n == head and rest else v for n, v in enumerate(value)]
    if not rest:
        listed.pop(head)
    return listed


def taken_out(document: Document, path: Place) -> Document:
    """Return a document without what stands at `path`; the other values keep their marks."""
    marks = [
        {moved: mark for old, mark in marks.items() if (moved := _moved(old, path)) is not None}
        for marks in (document.values, document.keys)
    ]
    return Document(document.file, without(document.value, path), *marks)


def _moved(path: Place, gone: Place) -> Place | None:
    """Return where a value stands when `gone` is taken out: an entry of the same list may move up."""
    *holder, last = gone
    here = path[: len(gone)]
    if here == gone:
        return None
    if isinstance(last, int) and here[:-1] == tuple(holder) and len(here) == len(gone):
        at = here[-1]
        assert isinstance(at, int)
        return (*holder, at - (at > last), *path[len(gone) :])
    return path


def deletions(document: Document) -> Iterator[Place]:
    """Yield every path of a document that one can take out."""
    yield from (path for path in document.values if path)


def small(item: str, files: dict[str, ItemFile]) -> Catalogue:
    """Return the catalogue of one item: its places, all sources, and none of the rest."""
    return replace(real(), items={item: files}, records={})


def told(catalogue: Catalogue, item: str, place: str) -> str:
    """Return what the site publishes of an item at a place, without positions in files."""
    directory = resolve(catalogue, place, DAY)
    said: list[Json] = [upcoming_data(u) for u in directory.upcoming if u.item == item]
    for listed in (directory.items, directory.offered):
        if item in listed:
            said.append(item_data(catalogue, directory, listed[item]))
    if item in directory.withdrawn:
        said.append(gone_data(catalogue, directory, directory.withdrawn[item]))
    return json.dumps(masked(said), sort_keys=True)


def masked(value: Json) -> Json:
    if isinstance(value, dict):
        return {key: masked(part) for key, part in value.items() if key != "at"}
    return [masked(part) for part in value] if isinstance(value, list) else value


def by_the_judge(catalogue: Catalogue, file: str) -> set[str]:
    """Return what the fold's judge says of a file."""
    return {f"{f.code} {f.message.zh}" for f in judge_changes(catalogue) if f.position.file == file}


def by_the_rules(catalogue: Catalogue, file: str) -> set[str]:
    """Return what the rules say of a file."""
    found = (f for rule in RULES for f in rule.check(catalogue))
    return {f"{f.code} {f.message.zh}" for f in found if f.position.file == file}


def is_told(before: Catalogue, after: Catalogue, file: str) -> bool:
    """Tell whether something is said of a file that was not; the judge, who knows most of it, is asked first."""
    return any(len(says(after, file) - says(before, file)) > 0 for says in (by_the_judge, by_the_rules))


@pytest.mark.parametrize("part", range(PARTS))
def test_f44_silence_is_impossible(part: int) -> None:
    silent = []
    for number, item in enumerate(sorted(real().items)):
        if number % PARTS != part:
            continue
        for place, file in real().items[item].items():
            whole = small(item, dict(real().items[item]))
            before = told(whole, item, place)
            for path in deletions(file.document):
                changed = taken_out(file.document, path)
                adjusts = changed.value.get("adjusts") if isinstance(changed.value, dict) else None
                new = replace(file, document=changed, adjusts=str(adjusts) if adjusts else None)
                if check_document(changed, file.kind):
                    continue
                catalogue = small(item, {**real().items[item], place: new})
                said = told(catalogue, item, place) != before
                if not said and not is_told(whole, catalogue, file.document.file):
                    silent.append(f"{file.document.file} {path}")
    assert silent == []


@cache
def published() -> dict[str, dict[str, Json]]:
    """Return what the data file of each place says."""
    site = Site(real(), resolve_tree(real(), DAY), DAY, {})
    return {place.path: place_data(site, place.path) for place in site.places()}


def test_f44_every_file_that_is_no_item_stands_whole_in_the_data_of_its_place() -> None:
    catalogue, silent = real(), []
    held = [(place.path, "about", "", place.document) for place in catalogue.places.values()]
    held += [(s.place, "sources", s.slug, s.document) for s in catalogue.sources.values()]
    held += [(r.place, r.kind, r.slug, r.document) for of in catalogue.records.values() for r in of.values()]
    for place, key, slug, document in held:
        part = published()[place][key] if place in published() else None
        if (part.get(slug) if slug and isinstance(part, dict) else part) != document.value:
            silent.append(document.file)
    assert silent == []
    assert {key for _, key, _, _ in held} == {
        "about",
        "sources",
        "lists",
        "figures",
        "proposals",
        "registers",
    }


def test_f44_no_file_of_an_item_can_be_taken_out_in_silence() -> None:
    silent = []
    for item, files in real().items.items():
        for place, file in files.items():
            data = published()[place]
            coming = [entry["item"] for entry in data["upcoming"]]  # type: ignore[index, union-attr, call-overload]
            listed = (data["items"], data["offered"], data["withdrawn"], coming)
            if not any(item in part for part in listed):  # type: ignore[operator]
                silent.append(file.document.file)
    assert silent == []


def test_f44_a_place_without_a_page_stands_whole_in_the_data_of_the_place_above(tmp_path: Path) -> None:
    """A township that says nothing, and a county that ended with all it said."""
    files = {
        "hubei/quiet/place.yaml": "name: 静县\nlevel: county\nmaintainers: [民政局]\n",
        "hubei/quiet/town/place.yaml": "name: 静镇\nlevel: township\n",
        "hubei/over/place.yaml": 'name: 旧县\nlevel: county\nended: {on: "2023-01-01", into: [hubei/quiet]}\n',
        "hubei/over/certificates/own.yaml": certificate("unknown", "hubei/local", name="旧县证明"),
    }
    catalogue = checked(tmp_path, files).catalogue
    data = place_data(Site(catalogue, resolve_tree(catalogue, DAY), DAY, {}), "hubei")["places"]
    assert isinstance(data, dict) and {*data} >= {"hubei/quiet", "hubei/quiet/town", "hubei/over"}
    for path in ("hubei/quiet", "hubei/quiet/town", "hubei/over"):
        assert data[path]["about"] == catalogue.places[path].document.value  # type: ignore[call-overload, index]
    own = catalogue.items["certificates/own"]["hubei/over"].document.value
    assert data["hubei/over"]["items"] == {"certificates/own": own}  # type: ignore[call-overload, index]
