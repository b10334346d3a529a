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
from generator.reading.scalars import resolve_plain
from generator.reading.text import decode, is_unsafe

MAX_BYTES = 262_144
MAX_DEPTH = 32
MAX_NODES = 20_000


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
    try:
        return _Builder(file).build(YAML(typ="safe", pure=True).parse(text))
    except _RefusedError as refused:
        return refused.found
    except MarkedYAMLError as error:
        return _syntax_finding(error, text, file)
    except (YAMLError, ValueError, KeyError, IndexError, RecursionError):
        # ruamel lets bare errors out on some malformed input; the file is at fault, its line is not known.
        return finding("Y103", Position(file), problem="无法解析")


def _syntax_finding(error: MarkedYAMLError, text: str, file: str) -> Finding:
    # An unclosed quote is best mended where it opens: the context mark, not the end of the file.
    opens = error.context_mark is not None and "quoted scalar" in str(error.context or "")
    mark = error.context_mark if opens else (error.problem_mark or error.context_mark)
    if mark is None:
        return finding("Y103", Position(file), problem=str(error.problem or ""))
    lines = text.split("\n")
    for number in (mark.line, mark.line - 1):  # a key with a full-width colon runs on into the next line
        line = lines[number] if 0 <= number < len(lines) else ""
        if "：" in line and ":" not in line:
            column = line.index("：") + 1
            return finding("Y104", Position(file, number + 1, column, number + 1, column + 1), fix=": ")
    problem = "引号没有配对" if opens else str(error.problem or "")
    return finding("Y103", Position(file, mark.line + 1, mark.column + 1), problem=problem)


class _Builder:
    """Makes one value from events. Recursion is bounded by MAX_DEPTH."""

    def __init__(self, file: str) -> None:
        self.file = file
        self.values: dict[Path, Mark] = {}
        self.keys: dict[Path, Mark] = {}
        self.nodes = 0
        self.documents = 0

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
        return isinstance(event, ScalarEvent) and event.value == "" and event.style is None

    def _start_document(self, event: DocumentStartEvent) -> None:
        self.documents += 1
        if event.version is not None or event.tags:
            raise _RefusedError(finding("Y106", Position(self.file)))
        if self.documents > 1:
            raise _RefusedError(finding("Y107", self._where(event)))

    def _where(self, event: Event) -> Position:
        return Position(self.file, event.start_mark.line + 1, event.start_mark.column + 1)

    def _node(self, event: Event, events: Iterator[Event], path: Path) -> Json:
        self._guard(event, path)
        self.values[path] = _mark(event)
        if isinstance(event, ScalarEvent):
            # An escape in a quoted text ("\\e[31m") can make what the raw text had none of.
            unsafe = next((c for c in event.value if is_unsafe(c)), None)
            if unsafe is not None:
                raise _RefusedError(finding("U101", self._where(event), character=f"U+{ord(unsafe):04X}"))
            return event.value if event.style else resolve_plain(event.value)
        if isinstance(event, SequenceStartEvent):
            return self._sequence(events, path)
        return self._mapping(events, path)

    def _guard(self, event: Event, path: Path) -> None:
        self.nodes += 1
        if isinstance(event, AliasEvent) or getattr(event, "anchor", None):
            raise _RefusedError(finding("Y108", self._where(event)))
        if getattr(event, "tag", None) is not None and not _implicit(event):
            raise _RefusedError(finding("Y109", self._where(event)))
        if len(path) >= MAX_DEPTH:
            raise _RefusedError(finding("Y110", self._where(event), limit=MAX_DEPTH))
        if self.nodes > MAX_NODES:
            raise _RefusedError(finding("Y111", self._where(event), limit=MAX_NODES))

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
            self.keys[(*path, key)] = _mark(event)
            result[key] = self._node(next(events), events, (*path, key))
        return result

    def _key(self, event: Event, path: Path) -> str:
        self._guard(event, path)
        if isinstance(event, ScalarEvent):
            key = event.value if event.style else resolve_plain(event.value)
            if isinstance(key, str) and key != "<<":
                return key
        raise _RefusedError(finding("Y112", self._where(event)))


def _mark(event: Event) -> Mark:
    start, end = event.start_mark, event.end_mark
    return (start.line + 1, start.column + 1, end.line + 1, end.column + 1)


def _implicit(event: Event) -> bool:
    # Quoted scalars and untagged collections carry a resolved tag but were written without one.
    implicit = getattr(event, "implicit", None)
    return any(implicit) if isinstance(implicit, tuple) else bool(implicit)
