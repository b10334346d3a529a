"""Good and bad samples of every facet: a good one is a real file, a real file with one word changed, or a made-up one;
a bad one is a good one with one edit."""

import json
from collections.abc import Iterator
from copy import deepcopy
from dataclasses import dataclass
from functools import cache
from typing import Any, Literal

from generator.reading.document import Document, Json, Path
from generator.reading.yaml_reader import read_yaml
from tests.rules.edits import real
from tests.schema.facets import Facet, Met, all_facets, met
from tests.schema.made_up import MADE_UP

# In a change, another verb that takes the same value: without any verb there would be a second thing wrong.
_OTHER_VERB = {"withdraw": "restore", "keep": "unset"}
Origin = Literal["real", "one word changed", "made up"]


@dataclass(frozen=True)
class Sample:
    """A file that meets a facet, where it meets it, and where the file is from."""

    kind: str
    value: Json
    met: Met
    origin: Origin
    file: str


@dataclass(frozen=True)
class Bad:
    """A file with one edit, the code to be found, and the place; `path` names the value, `at_key` its key."""

    document: Document
    code: str
    path: Path
    at_key: bool


def read(value: Json, file: str) -> Document:
    """Return a value as the reader has it, written as JSON, which is YAML too."""
    document = read_yaml(json.dumps(value, ensure_ascii=False, indent=1).encode(), file)
    assert isinstance(document, Document), document
    return document


def _files() -> Iterator[tuple[str, Document]]:
    """Yield (kind, file) of the real catalogue, the smallest first."""
    catalogue = real()
    found = [("place", place.document) for place in catalogue.places.values()]
    found += [("sources", source.document) for source in catalogue.sources.values()]
    found += [(f.kind, f.document) for files in catalogue.items.values() for f in files.values()]
    found += [(k, r.document) for k, records in catalogue.records.items() for r in records.values()]
    yield from sorted(found, key=lambda pair: (len(pair[1].values), pair[1].file))


@cache
def good() -> dict[Facet, Sample]:
    """Return a good sample of each facet that has one."""
    found: dict[Facet, Sample] = {}
    for kind, document in _files():
        for one in met(kind, document.value):
            found.setdefault(one.facet, Sample(kind, document.value, one, "real", document.file))
    for kind, text in MADE_UP:
        document = read_yaml(text.strip().encode(), f"{kind}.yaml")
        assert isinstance(document, Document), document
        for one in met(kind, document.value):
            found.setdefault(one.facet, Sample(kind, document.value, one, "made up", document.file))
    for facet in sorted(all_facets() - found.keys(), key=str):
        base = next((s for f, s in found.items() if f.where == facet.where and f.what == "word"), None)
        if facet.what == "word" and base is not None:
            value = changed(base.value, base.met.path, facet.value)
            origin: Origin = "one word changed" if base.origin != "made up" else "made up"
            found[facet] = Sample(base.kind, value, Met(facet, base.met.path), origin, base.file)
    return found


def bad(sample: Sample) -> Bad:
    """Return a sample with one edit that breaks its facet, and what is to be found where."""
    facet, path = sample.met.facet, sample.met.path
    if "dependentRequired" in facet.where and facet.value in _OTHER_VERB:
        document = read(renamed(sample.value, path, facet.value, _OTHER_VERB[facet.value]), sample.file)
        return Bad(document, "S103", path, at_key=False)
    if facet.where[-1] == "propertyNames":
        first = next(iter(_at(sample.value, path)))
        document = read(renamed(sample.value, path, first, "不 对"), sample.file)
        return Bad(document, "S105", (*path, "不 对"), at_key=True)
    if facet.what == "key" and "anyOf" in facet.where:
        return Bad(read(without(sample.value, path, facet.value), sample.file), "S114", path, at_key=False)
    if facet.what == "key":
        document = read(without(sample.value, path, facet.value), sample.file)
        return Bad(document, "S103", path, at_key="dependentRequired" not in facet.where)
    if facet.what == "pattern":
        return Bad(read(changed(sample.value, path, "不 对"), sample.file), "S105", path, at_key=False)
    if path == ("format",):
        return Bad(read(changed(sample.value, path, 1), sample.file), "S113", path, at_key=False)
    wrong: Json = False if facet.value == "True" else "no_such_word"
    return Bad(read(changed(sample.value, path, wrong), sample.file), "S104", path, at_key=False)


def changed(value: Json, path: Path, new: Json) -> Json:
    """Return a copy of a value with another at a path."""
    copy: Any = deepcopy(value)
    _at(copy, path[:-1])[path[-1]] = new
    return copy  # type: ignore[no-any-return]


def without(value: Json, path: Path, key: str) -> Json:
    """Return a copy of a value without a key of the mapping at a path."""
    copy: Any = deepcopy(value)
    del _at(copy, path)[key]
    return copy  # type: ignore[no-any-return]


def renamed(value: Json, path: Path, key: str, new: str) -> Json:
    """Return a copy of a value with another name for a key of the mapping at a path."""
    copy: Any = deepcopy(value)
    mapping = _at(copy, path)
    mapping[new] = mapping.pop(key)
    return copy  # type: ignore[no-any-return]


def _at(value: Any, path: Path) -> Any:
    for step in path:
        value = value[step]
    return value


if __name__ == "__main__":
    samples = good()
    print(f"{len(all_facets())} facets, {len(samples)} with a good and a bad sample")
    for what in ("word", "key", "pattern"):
        own = [sample for facet, sample in samples.items() if facet.what == what]
        by = {
            origin: sum(s.origin == origin for s in own) for origin in ("real", "one word changed", "made up")
        }
        print(f"{what}: {len(own)} ({', '.join(f'{count} {origin}' for origin, count in by.items())})")
