"""The typed catalogue: places, sources, item files, lists; made once from checked documents."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from generator.dates import PartialDate, parse
from generator.reading.document import Document, Json, Path

ROOT = "national"
FOLDING_KINDS = ("certificates", "signs", "provisions")

# Ranks of a basis by the kind of its source: what FOLD F26 calls a law, 行政法规 or 国务院决定 binds everybody below.
BINDING_KINDS = frozenset({"law", "administrative_regulation", "state_council_decision"})


@dataclass(frozen=True)
class Place:
    """A folder with place.yaml. `path` is its id ("national", "hubei", "hubei/shiyan")."""

    path: str
    parent: str | None
    name: str
    short: str
    level: str
    code: str | None
    data: Mapping[str, Json]
    document: Document


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
        """Tell whether the file introduces the item (rather than adjusts one from above)."""
        return self.adjusts is None

    def mapping(self) -> dict[str, Json]:
        """Return the file's top-level mapping."""
        return self.document.value if isinstance(self.document.value, dict) else {}

    def changes(self) -> Iterator[tuple[Path, dict[str, Json]]]:
        """Yield (path, change) of each entry of `changes`, in order of the file."""
        listed = self.mapping().get("changes")
        for index, change in enumerate(listed if isinstance(listed, list) else []):
            if isinstance(change, dict):
                yield ("changes", index), change


@dataclass(frozen=True)
class OfficialList:
    """An official list as published: evidence, it decides nothing (FOLD F30)."""

    id: str
    place: str
    slug: str
    source: str
    data: Mapping[str, Json]
    document: Document


@dataclass(frozen=True)
class Catalogue:
    """Everything the checker let through. Nothing in it depends on the order files were read in."""

    places: Mapping[str, Place] = field(default_factory=dict)
    sources: Mapping[str, Source] = field(default_factory=dict)
    items: Mapping[str, Mapping[str, ItemFile]] = field(default_factory=dict)
    lists: Mapping[str, OfficialList] = field(default_factory=dict)
    left_out: frozenset[str] = frozenset()  # "hubei/sources/x": files with errors (FOLD F45)

    def lacks(self, tail: str) -> bool:
        """Tell whether a file left out ends in `tail` ("certificates/kinship"): what misses it is not said."""
        return any(name == tail or name.endswith(f"/{tail}") for name in self.left_out)

    def chain(self, place: str) -> tuple[str, ...]:
        """Return the places from the root down to `place`."""
        up: list[str] = []
        current: str | None = place
        while current is not None:
            up.append(current)
            current = self.places[current].parent
        return tuple(reversed(up))

    def children(self, place: str) -> tuple[Place, ...]:
        """Return the places directly below, in official order (by code, then path)."""
        below = [p for p in self.places.values() if p.parent == place]
        return tuple(sorted(below, key=lambda p: (p.code or "999999", p.path)))

    def provinces(self) -> tuple[Place, ...]:
        """Return the provinces in official order."""
        return tuple(p for p in self.children(ROOT) if p.level == "province")

    def source(self, reference: object, place: str) -> Source | None:
        """Return the source that `reference` means when written in a file of `place`."""
        return self.sources.get(source_id(str(reference), place))


def source_id(reference: str, place: str) -> str:
    """Return the full id of a source reference: a bare slug is the own place's."""
    return reference if "/" in reference else f"{place}/{reference}"


def text_of(value: Json) -> str | None:
    """Return a string value, None for anything else."""
    return value if isinstance(value, str) else None


def date_of(value: Json) -> PartialDate | None:
    """Return a date value, None where it is absent or impossible."""
    return parse(value) if isinstance(value, str) else None
