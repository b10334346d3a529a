"""The fast reader: documents of plainly written files by libyaml, with the values and places of the strict reader.

It knows only what nearly every file of a catalogue is made of: block and flow collections, and scalars of one line
without escapes. All else, and every fault, it leaves to the strict reader by returning None, so that it never says
what is wrong with a file. The two are held together by tests/reading/test_plain_yaml.py.
"""

import re
from collections.abc import Callable

import yaml

from generator.reading.document import Document, Json, Mark, Path
from generator.reading.limits import MAX_DEPTH, MAX_NODES
from generator.reading.scalars import resolve_plain

# Escapes, tabs, line breaks that only YAML 1.1 knows, marks of documents, directives, keys with a question mark.
_ODD = re.compile(r"[\\\t\x85\u2028\u2029\ufeff]|^(?:---|\.\.\.|%)|(?:^|[\s\[{,])\?(?:\s|$)", re.M)


class _OddError(Exception):
    """Something for the strict reader. Never leaves this module."""


def read_plain(text: str, file: str) -> Document | None:
    """Return the document in a text that passed `decode`, None where only the strict reader can tell."""
    if not yaml.__with_libyaml__ or _ODD.search(text) or not text.endswith("\n"):
        return None  # libyaml puts the end of a last line that is not closed on the next line
    try:
        return _Builder(yaml.cyaml.CParser(text).get_event).build(file)
    except (_OddError, yaml.YAMLError, RecursionError):
        return None


class _Builder:
    """Makes one value from events. Recursion is bounded by MAX_DEPTH."""

    def __init__(self, next_event: Callable[[], yaml.Event]) -> None:
        self.next = next_event
        self.values: dict[Path, Mark] = {}
        self.keys: dict[Path, Mark] = {}
        self.nodes = 0
        self.flow = 0

    def build(self, file: str) -> Document:
        self.next()  # the stream and the document begin
        self.next()
        event = self.next()
        if type(event) not in (yaml.MappingStartEvent, yaml.SequenceStartEvent):
            raise _OddError
        value = self._node(event, ())
        self.next()  # the document ends
        if type(self.next()) is not yaml.StreamEndEvent:
            raise _OddError
        return Document(file, value, self.values, self.keys)

    def _node(self, event: yaml.Event, path: Path) -> Json:
        if type(event) is yaml.ScalarEvent:
            value = self._scalar(event)
            self.values[path] = _mark(event, event)
            if len(path) >= MAX_DEPTH:
                raise _OddError
            return value if event.style else resolve_plain(value)
        if type(event) not in (yaml.MappingStartEvent, yaml.SequenceStartEvent):
            raise _OddError  # an alias
        self._count(event)
        if len(path) >= MAX_DEPTH:
            raise _OddError
        self.values[path] = (0, 0, 0, 0)  # stands before what is in it
        self.flow += event.flow_style
        made, end = self._mapping(path) if type(event) is yaml.MappingStartEvent else self._sequence(path)
        self.flow -= event.flow_style
        self.values[path] = _mark(event, end)
        return made

    def _scalar(self, event: yaml.Event) -> str:
        self._count(event)
        value: str = event.value
        if event.style in ("|", ">") or event.start_mark.line != event.end_mark.line:
            raise _OddError
        if not value and not event.style:
            raise _OddError  # where an empty value stands, libyaml tells otherwise
        if self.flow and not event.style and (":" in value or "?" in value):
            raise _OddError  # versions of YAML differ in what these mean between brackets
        return value

    def _count(self, event: yaml.Event) -> None:
        self.nodes += 1
        if event.anchor is not None or event.tag is not None or self.nodes > MAX_NODES:
            raise _OddError

    def _sequence(self, path: Path) -> tuple[list[Json], yaml.Event]:
        made: list[Json] = []
        while type(event := self.next()) is not yaml.SequenceEndEvent:
            made.append(self._node(event, (*path, len(made))))
        return made, event

    def _mapping(self, path: Path) -> tuple[dict[str, Json], yaml.Event]:
        made: dict[str, Json] = {}
        while type(event := self.next()) is not yaml.MappingEndEvent:
            if type(event) is not yaml.ScalarEvent or len(path) >= MAX_DEPTH:
                raise _OddError
            text = self._scalar(event)
            key = text if event.style else resolve_plain(text)
            if not isinstance(key, str) or key == "<<" or key in made:
                raise _OddError
            inside = (*path, key)
            self.keys[inside] = _mark(event, event)
            value = self.next()
            if self.flow and value.start_mark.column == event.end_mark.column + 1:
                raise _OddError  # a value right after the colon
            made[key] = self._node(value, inside)
        return made, event


def _mark(first: yaml.Event, last: yaml.Event) -> Mark:
    start, end = first.start_mark, last.end_mark
    return (start.line + 1, start.column + 1, end.line + 1, end.column + 1)
