"""A kind's matters as lists have them, the nation's and those that places below introduce, with what finds them.

A department that documents write in several ways (公安, 公安机关; 农业农村部门, 农业农村主管部门) is one to choose by,
under the writing used most. A matter's own page keeps what its document writes.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from generator.catalogue.model import ROOT, Source, strings
from generator.reading.document import Json
from generator.resolve.directory import Item
from generator.site.comparison import full_name
from generator.site.context import Site
from generator.site.groups import Grouped, grouped
from generator.site.links import page_path
from generator.words import Verdict

# The field that says which office is behind a matter, and how its choice is headed.
OFFICES = {
    "certificates": ("asked_by", "哪个单位要"),
    "tasks": ("department", "部门"),
    "forms": ("owner", "哪个单位要"),
    "mechanisms": ("department", "部门"),
}
# What a field of work is followed by where its department is meant: 农业农村主管部门, 文物行政部门, 民政. A court or a
# procuratorate is 司法机关 too, and so 机关 is taken off only where it means the department.
_DEPARTMENT = re.compile(r"(?<=..)(?:(?:行政)?(?:主管)?部门|行政机关|(?<=公安)机关)$")
_NOBODY = frozenset({"有关", "主管"})  # 有关部门 and 有关主管部门 name no department
_LAWS = frozenset({"law", "administrative_regulation", "state_council_decision", "local_regulation"})


@dataclass(frozen=True)
class Line:
    """A matter in the list, with what it can be chosen by."""

    slug: str
    name: str
    path: str
    whose: str  # the place that introduces it, empty for the nation
    offices: tuple[str, ...]
    laws: tuple[str, ...]  # ids of sources
    places: tuple[str, ...]  # paths of the places below the nation that say something of it


@dataclass(frozen=True)
class Office:
    """An office with its lines: `name` is what most of them call it, `also` are the other writings."""

    name: str
    also: tuple[str, ...]
    lines: list[Line]


@dataclass(frozen=True)
class Section:
    """The lines of one group."""

    code: str
    heading: str
    verdict: Verdict | None
    lines: tuple[Line, ...]


def kind_sections(site: Site, kind: str) -> tuple[Section, ...]:
    """Return the matters of a kind by their answer: the nation's, and those that places below introduce."""
    items = [*site.directories[ROOT].of_kind(kind), *_local(site, kind)]
    return tuple(_section(site, group) for group in grouped(kind, items))


def lines_of(sections: Iterable[Section]) -> list[Line]:
    """Return the lines of all groups."""
    return [line for section in sections for line in section.lines]


def _local(site: Site, kind: str) -> Iterator[Item]:
    """Yield the matters that places below the nation introduce, in official order; each id once."""
    seen: set[str] = set()
    for place in sorted(site.places(), key=lambda p: (p.code or "999999", p.path)):
        for item in site.directories[place.path].of_kind(kind):
            if item.introduced_by == place.path != ROOT and item.id not in seen:
                seen.add(item.id)
                yield item


def _section(site: Site, group: Grouped) -> Section:
    lines = tuple(_line(site, item) for item in group.items)
    return Section(group.code, group.heading, group.verdict, lines)


def _line(site: Site, item: Item) -> Line:
    """Return a matter's line."""
    home = item.introduced_by
    places = sorted(
        (path for path in site.catalogue.items[item.id] if path != ROOT and (path, item.id) in site.pages),
        key=lambda path: (site.place(path).code or "999999", path),
    )
    return Line(
        item.slug,
        item.name,
        page_path(f"{home}/{item.id}"),
        "" if home == ROOT else full_name(site, site.place(home)),
        _texts(item.get(OFFICES.get(item.kind, ("", ""))[0])),
        tuple(dict.fromkeys(source.id for source in _sources(site, item) if source.kind in _LAWS)),
        tuple(places),
    )


def _texts(value: Json) -> tuple[str, ...]:
    return strings(value) if isinstance(value, list) else ((str(value),) if value else ())


def _sources(site: Site, item: Item) -> Iterator[Source]:
    """Yield the documents a matter rests on."""
    for step in item.history:
        if step.source:
            yield step.source
    for path, value in item.values.items():
        if path.startswith("basis.") and path.endswith(".source") and value.trail:
            source = site.source_of(value.value, value.trail[-1].place)
            if source:
                yield source


def laws_of(lines: Iterable[Line]) -> list[str]:
    """Return the laws that lines rest on, the most used first."""
    return _most_used(law for line in lines for law in line.laws)


def by_office(lines: list[Line]) -> list[Office]:
    """Return the offices behind lines, the most named first."""
    written: dict[str, list[str]] = {}
    for name in _most_used(office for line in lines for office in line.offices):
        written.setdefault(department_of(name), []).append(name)
    found = [
        Office(
            names[0], tuple(names[1:]), [line for line in lines if not set(names).isdisjoint(line.offices)]
        )
        for names in written.values()
    ]
    return sorted(found, key=lambda office: (-len(office.lines), office.name))


def department_of(name: str) -> str:
    """Return what the writings of one department share: 公安 of 公安机关; a name that is no department's is itself."""
    stem = _DEPARTMENT.sub("", name)
    return name if stem in _NOBODY else stem


def _most_used(names: Iterable[str]) -> list[str]:
    counted: dict[str, int] = {}
    for name in names:
        counted[name] = counted.get(name, 0) + 1
    return sorted(counted, key=lambda name: (-counted[name], name))
