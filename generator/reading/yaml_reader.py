"""Strict YAML 1.2 to a `Document`: values are made from the parser's events, one by one, within limits.

No anchors, aliases, merge keys, tags, directives or second documents; duplicate keys are an error. Building from
events, not with a constructor, keeps the place of every value and stops a bomb at its first limit.
"""

from collections.abc import Iterator

from ruamel.yaml import YAML
from ruamel.yaml.error import MarkedYAMLError, YAMLError
from ruamel.yaml.events import (
    AliasEvent,
    DocumentStartEvent,
    Event,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
)

from generator.codes import finding
from generator.findings import Finding, Position
from generator.reading.document import Document, Json, Mark, Path
from generator.reading.limits import MAX_BYTES, MAX_DEPTH, MAX_NODES
from generator.reading.plain_yaml import read_plain
from generator.reading.scalars import resolve_plain
from generator.reading.syntax import directive, syntax_finding
from generator.reading.text import decode, unsafe_at


class _RefusedError(Exception):
    """Stops reading one file; carries its finding. Never leaves this module."""

    def __init__(self, found: Finding) -> None:
        self.found = found


def read_yaml(data: bytes, file: str) -> Document | Finding:
    """Return the document in `data`, or the one finding that makes it unreadable."""
    if len(data) > MAX_BYTES:
        return finding("Y102", Position(file), limit=MAX_BYTES // 1024)
    text = decode(data, file)
    if isinstance(text, Finding):
        return text
    plain = read_plain(text, file)
    return plain if plain is not None else read_strictly(text, file)


def read_strictly(text: str, file: str) -> Document | Finding:
    """Return the document in a text that passed `decode`, or the one finding that makes it unreadable."""
    if (found := directive(text, file)) is not None:
        return found
    builder = _Builder(file)
    try:
        return builder.build(YAML(typ="safe", pure=True).parse(text))
    except _RefusedError as refused:
        return refused.found
    except MarkedYAMLError as error:
        return syntax_finding(error, text, file, builder.quoted)
    except (YAMLError, ValueError, KeyError, IndexError, RecursionError):
        # ruamel lets bare errors out on some malformed input: after the last value it gave.
        return finding("Y103", builder.last, problem="无法解析", problem_en="cannot be parsed")


class _Builder:
    """Makes one value from events. Recursion is bounded by MAX_DEPTH."""

    def __init__(self, file: str) -> None:
        self.file = file
        self.values: dict[Path, Mark] = {}
        self.keys: dict[Path, Mark] = {}
        self.nodes = 0
        self.documents = 0
        self.last = Position(file)  # where the last value began
        self.quoted: Mark | None = None  # the last quoted text over several lines

    def build(self, events: Iterator[Event]) -> Document:
        value: Json = None
        seen = False
        for event in events:
            if isinstance(event, DocumentStartEvent):
                self._start_document(event)
            elif isinstance(event, (ScalarEvent, MappingStartEvent, SequenceStartEvent, AliasEvent)):
                if self._is_empty(event):
                    continue
                value, seen = self._node(event, events, ()), True
        if not seen:
            raise _RefusedError(finding("Y105", Position(self.file)))
        if isinstance(value, str) and "：" in value:
            line, column, *_ = self.values[()]
            where = Position(self.file, line, column + value.split("\n", maxsplit=1)[0].find("："))
            raise _RefusedError(finding("Y104", where))
        return Document(self.file, value, self.values, self.keys)

    @staticmethod
    def _is_empty(event: Event) -> bool:
        """Tell whether an event is what the parser makes of a file without a value."""
        bare = isinstance(event, ScalarEvent) and not (event.value or event.style or event.anchor)
        return bare and _implicit(event)

    def _start_document(self, event: DocumentStartEvent) -> None:
        self.documents += 1
        if event.version is not None or event.tags:
            raise _RefusedError(finding("Y106", self._where(event)))
        if self.documents > 1:
            raise _RefusedError(finding("Y107", self._where(event)))

    def _where(self, event: Event) -> Position:
        return Position(self.file, event.start_mark.line + 1, event.start_mark.column + 1)

    def _node(self, event: Event, events: Iterator[Event], path: Path) -> Json:
        self._guard(event, path)
        mark = self.values[path] = _mark(event)
        self.last = Position(self.file, *mark[:2])
        if isinstance(event, ScalarEvent):
            if event.style in ("'", '"') and mark[2] > mark[0]:
                self.quoted = mark
            self._refuse_hidden(event.value, event)
            return event.value if event.style else resolve_plain(event.value)
        if isinstance(event, SequenceStartEvent):
            return self._sequence(events, path)
        return self._mapping(events, path)

    def _refuse_hidden(self, text: str, event: Event) -> None:
        """An escape in a quoted text ("\\e[31m") can make what the raw text had none of."""
        index = unsafe_at(text)
        if index is not None:
            character = f"U+{ord(text[index]):04X}"
            raise _RefusedError(finding("U101", self._where(event), character=character))

    def _guard(self, event: Event, path: Path) -> None:
        self.nodes += 1
        if isinstance(event, AliasEvent) or getattr(event, "anchor", None):
            raise _RefusedError(finding("Y108", self._where(event)))
        tag = getattr(event, "tag", None)
        if tag is not None and (str(tag) == "!" or not _implicit(event)):
            raise _RefusedError(finding("Y109", self._where(event)))
        if len(path) >= MAX_DEPTH:
            raise _RefusedError(finding("Y110", self._where(event), limit=MAX_DEPTH))
        if self.nodes > MAX_NODES:
            raise _RefusedError(finding("Y111", Position(self.file), limit=MAX_NODES))

    def _close(self, path: Path, event: Event) -> None:
        """Give a list or mapping its end."""
        self.values[path] = (*self.values[path][:2], *_mark(event)[2:])

    def _sequence(self, events: Iterator[Event], path: Path) -> list[Json]:
        result: list[Json] = []
        for event in events:
            if isinstance(event, SequenceEndEvent):
                self._close(path, event)
                break
            result.append(self._node(event, events, (*path, len(result))))
        return result

    def _mapping(self, events: Iterator[Event], path: Path) -> dict[str, Json]:
        result: dict[str, Json] = {}
        for event in events:
            if isinstance(event, MappingEndEvent):
                self._close(path, event)
                break
            key = self._key(event, path)
            if key in result:
                raise _RefusedError(finding("Y113", self._where(event), key=key))
            inside = (*path, key)
            self.keys[inside] = _mark(event)
            value = next(events)
            result[key] = self._node(value, events, inside)
            if self._is_empty(
                value
            ):  # the parser puts it where the next thing stands, which may be lines below
                self.values[inside] = self.keys[inside]
        return result

    def _key(self, event: Event, path: Path) -> str:
        self._guard(event, path)
        if isinstance(event, ScalarEvent):
            key = event.value if event.style else resolve_plain(event.value)
            if isinstance(key, str) and key != "<<":
                self._refuse_hidden(key, event)
                return key
        raise _RefusedError(finding("Y112", self._where(event)))


def _mark(event: Event) -> Mark:
    start, end = event.start_mark, event.end_mark
    return (start.line + 1, start.column + 1, end.line + 1, end.column + 1)


def _implicit(event: Event) -> bool:
    # Quoted scalars and untagged collections carry a resolved tag but were written without one.
    implicit = getattr(event, "implicit", None)
    return any(implicit) if isinstance(implicit, tuple) else bool(implicit)
