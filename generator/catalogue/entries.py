"""What stands in a place's folders: documents, item files, records as published, redirects."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from generator.catalogue.values import mappings
from generator.dates import PartialDate
from generator.reading.document import Document, Json, Path

# Ranks of a basis by the kind of its source: what FOLD F26 calls a law, 行政法规 or 国务院决定 binds everybody below.
BINDING_KINDS = frozenset({"law", "administrative_regulation", "state_council_decision"})


@dataclass(frozen=True)
class Source:
    """An official document. `id` is "place/slug"; the three dates are kept apart (DESIGN §4)."""

    id: str
    place: str
    slug: str
    title: str
    kind: str
    number: str | None
    in_force: PartialDate | None
    issued: PartialDate | None
    reported: PartialDate | None
    until: PartialDate | None
    data: Mapping[str, Json]
    document: Document

    @property
    def binding(self) -> bool:
        """Tell whether it is a law, an administrative regulation or a State Council decision."""
        return self.kind in BINDING_KINDS

    @property
    def cited(self) -> str:
        """Return the way a page names it: 《title》（number）."""
        return f"《{self.title}》" + (f"（{self.number}）" if self.number else "")


@dataclass(frozen=True)
class ItemFile:
    """What one place says of one item: an introduction, changes, or both."""

    id: str
    kind: str
    slug: str
    place: str
    adjusts: str | None
    document: Document

    @property
    def introduces(self) -> bool:
        """Tell whether the file introduces the item: it adjusts none, or introduces it after adjusting (F16)."""
        return self.introduction() is not None

    def introduction(self) -> tuple[Path, dict[str, Json]] | None:
        """Return where the introduction stands in the file and its mapping, None where there is none."""
        if self.adjusts is None:
            return (), self.mapping()
        later = self.mapping().get("introduces")
        return (("introduces",), later) if isinstance(later, dict) else None

    def mapping(self) -> dict[str, Json]:
        """Return the file's top-level mapping."""
        return self.document.value if isinstance(self.document.value, dict) else {}

    def changes(self) -> Iterator[tuple[Path, dict[str, Json]]]:
        """Yield (path, change) of each entry of `changes`, in order of the file."""
        for index, change in enumerate(mappings(self.mapping().get("changes"))):
            yield ("changes", index), change


@dataclass(frozen=True)
class Record:
    """An official list, a figure, a proposal or a register of laws: evidence, it decides nothing (FOLD F30)."""

    id: str
    kind: str
    place: str
    slug: str
    data: Mapping[str, Json]
    document: Document

    @property
    def source(self) -> str:
        """Return the reference of the document it was published in, empty for a proposal."""
        return str(self.data.get("source", ""))


@dataclass(frozen=True)
class Redirect:
    """An id that became another (or several) on a day (FOLD F20)."""

    place: str
    item: str
    to: tuple[str, ...]
    start: PartialDate
    data: Mapping[str, Json]
    document: Document
    mark: Path
