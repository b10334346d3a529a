"""XML parts as events, within limits; any document type is refused, so no entity can expand.

Straight from expat: it is in the standard library, keeps no tree, and a document type is refused at its first byte.
"""

from collections.abc import Callable, Mapping
from typing import Protocol
from xml.parsers import expat

from generator.codes import finding
from generator.findings import Position
from generator.tables.package import Package
from generator.tables.table import MAX_DEPTH, MAX_ELEMENTS, UnreadableError

Attributes = Mapping[str, str]


class Handler(Protocol):
    """Takes the events of one part. Names come without their namespace."""

    def start(self, tag: str, attributes: Attributes) -> None:
        """Take the start of an element."""

    def end(self, tag: str) -> None:
        """Take the end of an element."""

    def data(self, text: str) -> None:
        """Take text."""


class Parts:
    """Reads parts of one package; the limit of elements holds for all of them together."""

    def __init__(self, package: Package) -> None:
        self.package = package
        self.elements = 0

    def parse(self, name: str, handler: Handler, where: Callable[[], Position] | None = None) -> None:
        """Send the events of a part to `handler`; `where` tells the place for a fault in the XML."""
        file = self.package.file
        depth = 0

        def start(tag: str, attributes: dict[str, str]) -> None:
            nonlocal depth
            depth += 1
            self.elements += 1
            if depth > MAX_DEPTH:
                raise self.package.damaged(f"{name} 嵌套太深", f"{name} is nested too deep")
            if self.elements > MAX_ELEMENTS:
                raise UnreadableError(finding("W110", Position(file), what="内容", what_en="elements"))
            handler.start(_local(tag), {_local(key): value for key, value in attributes.items()})

        def end(tag: str) -> None:
            nonlocal depth
            depth -= 1
            handler.end(_local(tag))

        def refuse(*_: object) -> None:
            raise UnreadableError(finding("W108", Position(file), part=name))

        parser = expat.ParserCreate(namespace_separator=" ")
        parser.buffer_text = True
        parser.StartElementHandler = start
        parser.EndElementHandler = end
        parser.CharacterDataHandler = handler.data
        parser.StartDoctypeDeclHandler = refuse
        try:
            parser.Parse(self.package.read(name), True)
        except (expat.ExpatError, LookupError, ValueError):
            # An unknown encoding name is a LookupError, an odd one a ValueError.
            at = where() if where else None
            raise self.package.damaged(f"{name} 不是正确的 XML", f"{name} is not XML", at) from None


def _local(name: str) -> str:
    return name.rpartition(" ")[2]
