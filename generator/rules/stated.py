"""What the catalogue's files say, gathered once for the rules: the steps of items with their bases, and all texts."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property, lru_cache

from generator.catalogue.model import Catalogue, ItemFile, Source, mappings
from generator.reading.document import Document, Json, Path


@dataclass(frozen=True)
class Stated:
    """One introduction or change: where it stands, and the fields it gives (a change's under `set`)."""

    file: ItemFile
    mark: Path
    data: dict[str, Json]
    head: Path
    fields: dict[str, Json]
    source: Source | None

    @cached_property
    def bases(self) -> tuple[tuple[Path, dict[str, Json]], ...]:
        """Return (where it stands, basis) of each basis it gives."""
        path = (*self.head, "basis")
        return tuple(((*path, n), entry) for n, entry in enumerate(mappings(self.fields.get("basis"))))


@lru_cache(maxsize=4)
def stated(catalogue: Catalogue) -> tuple[Stated, ...]:
    """Return every introduction and change of every item file."""
    found: list[Stated] = []
    for files in catalogue.items.values():
        for file in files.values():
            introduction = file.introduction()
            for mark, data in (*((introduction,) if introduction else ()), *file.changes()):
                new = data.get("set")
                head, fields = ((*mark, "set"), new) if isinstance(new, dict) else (mark, data)
                source = catalogue.source(data.get("source"), file.place)
                found.append(Stated(file, mark, data, head, fields, source))
    return tuple(found)


NAMES = frozenset({"name", "short", "title", "aliases", "as_named", "label"})


@dataclass(frozen=True)
class Texts:
    """All texts of one file in one string, a line each: what is not in it need not be looked for in the file.

    `names` are those that name something: an item, a document, an entry of a list.
    """

    kind: str
    place: str
    document: Document
    joined: str
    names: str


@lru_cache(maxsize=4)
def texts(catalogue: Catalogue) -> tuple[Texts, ...]:
    """Return the texts of every file but registers, which are copied from a collection of laws."""
    files = [("place", place.path, place.document) for place in catalogue.places.values()]
    files += [("sources", source.place, source.document) for source in catalogue.sources.values()]
    files += [(f.kind, f.place, f.document) for item in catalogue.items.values() for f in item.values()]
    files += [
        (kind, record.place, record.document)
        for kind, records in catalogue.records.items() if kind != "registers" for record in records.values()
    ]  # fmt: skip
    return tuple(Texts(kind, place, document, *_joined(document)) for kind, place, document in files)


def _joined(document: Document) -> tuple[str, str]:
    """Return the texts of a file, the addresses of pages aside, and the names among them."""
    lines: list[str] = []
    names: list[str] = []
    left: list[tuple[str, Json]] = [("", document.value)]
    while left:
        field, value = left.pop()
        if isinstance(value, str):
            lines.append(value)
            if field in NAMES:
                names.append(value)
        elif isinstance(value, list):
            left += [(field, entry) for entry in value]
        elif isinstance(value, dict):
            left += [(key, entry) for key, entry in value.items() if key != "url"]
    return "\n".join(lines), "\n".join(names)


def strings_in(value: Json, path: Path = ()) -> Iterator[tuple[Path, str]]:
    """Yield (where it stands, text) of each text in a value, the addresses of pages aside."""
    if isinstance(value, str):
        yield path, value
    elif isinstance(value, list):
        for index, entry in enumerate(value):
            yield from strings_in(entry, (*path, index))
    elif isinstance(value, dict):
        for key, entry in value.items():
            if key != "url":
                yield from strings_in(entry, (*path, key))


def occurrences(
    catalogue: Catalogue, pattern: re.Pattern[str]
) -> Iterator[tuple[Texts, Path, str, re.Match[str]]]:
    """Yield (file, where it stands, text, match) of the first match of a pattern in each text."""
    for entry in texts(catalogue):
        if pattern.search(entry.joined):
            for path, text in strings_in(entry.document.value):
                found = pattern.search(text)
                if found:
                    yield entry, path, text, found


def field_of(path: Path) -> str:
    """Return the name of the field that a value stands in: of a list, the list's."""
    return str(next((step for step in reversed(path) if isinstance(step, str)), ""))
