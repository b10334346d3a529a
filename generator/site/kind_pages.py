"""The nation's matters of one kind on one page, parted by their answer, to be narrowed by a script where there is one.

The choices stand in the page's address (`?v=must_not&d=民政部门`). Without a script the groups are anchors, and each
department and law leads to its matters.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from generator.catalogue.model import ROOT, Source, strings
from generator.reading.document import Json
from generator.resolve.directory import Item
from generator.site.comparison import full_name
from generator.site.context import Site, source_path
from generator.site.groups import Grouped, grouped
from generator.site.links import page_path
from generator.site.page import FRESHNESS, Page, speaker_of
from generator.words import KINDS, Verdict

FILTER = "filter.js"
LEADS = {
    "certificates": "全国规定里的证明事项，按结论分。各省可能有自己的清单。",
    "tasks": "法律、法规和中央文件要村里做、不许派给村里的事，按结论分。",
    "forms": "文件写到的、要村里填或者签的表。",
    "mechanisms": "村里的组织、岗位和工作机制，凭什么设、要不要设。",
    "facilities": "村级综合服务设施和别的场所，文件怎么写。",
    "signs": "门口和室内挂什么牌子，文件怎么写。",
    "provisions": "不单属于哪一件事、管一片的规定。",
}
# The field that says which office is behind a matter, and how its choice is headed.
_OFFICES = {
    "certificates": ("asked_by", "哪个单位要"),
    "tasks": ("department", "部门"),
    "forms": ("owner", "谁要"),
    "mechanisms": ("department", "部门"),
}
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
class Section:
    """The lines of one group."""

    code: str
    heading: str
    verdict: Verdict | None
    lines: tuple[Line, ...]


@dataclass(frozen=True)
class Choice:
    """A choice that narrows the list: its key in the address and its (value, words) in order."""

    key: str
    label: str
    options: tuple[tuple[str, str], ...]


def kind_pages(site: Site) -> Iterator[Page]:
    """Yield a page for each kind of the nation's matters."""
    for kind in KINDS:
        yield kind_page(site, kind)


def kind_page(site: Site, kind: str) -> Page:
    """Return the page of a kind: the nation's matters, and those that places below introduce, by their answer."""
    items = [*site.directories[ROOT].of_kind(kind), *_local(site, kind)]
    sections = tuple(_section(site, group) for group in grouped(kind, items))
    lines = [line for section in sections for line in section.lines]
    context: dict[str, object] = {
        "heading": KINDS[kind],
        "kind": kind,
        "lead": LEADS[kind],
        "sections": sections,
        "choices": _choices(site, kind, sections, lines),
        "by_office": _by_office(lines),
        "office": _OFFICES.get(kind, ("", ""))[1],
        "laws": [(site.catalogue.sources[law].cited, source_path(site.catalogue.sources[law])) for law in _laws(lines)],
        "must_not": page_path(f"{ROOT}/must-not") if kind == "tasks" else "",
    }  # fmt: skip
    return Page(
        page_path(f"{ROOT}/{kind}"), f"全国{KINDS[kind]}", LEADS[kind], "kind.html",
        speaker_of(site, site.place(ROOT)), context, (("首页", "index.html"), ("全国", page_path(ROOT))),
        site.directories[ROOT].changes_next, (FRESHNESS, FILTER),
    )  # fmt: skip


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
        _texts(item.get(_OFFICES.get(item.kind, ("", ""))[0])),
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


def _choices(site: Site, kind: str, sections: tuple[Section, ...], lines: list[Line]) -> tuple[Choice, ...]:
    """Return what the list can be narrowed by; a choice of one is none."""
    places = {path: full_name(site, site.place(path)) for line in lines for path in line.places}
    ordered = sorted(places.items(), key=lambda pair: (site.place(pair[0]).code or "999999", pair[0]))
    by = "结论" if any(section.verdict for section in sections) else "哪一类"
    found = (
        Choice("v", by, tuple((section.code, section.heading) for section in sections)),
        Choice("d", _OFFICES.get(kind, ("", ""))[1], tuple((name, name) for name, _ in _by_office(lines))),
        Choice("l", "法律法规", tuple((law, site.catalogue.sources[law].title) for law in _laws(lines))),
        Choice("p", "哪里另有写法", tuple(ordered)),
    )  # fmt: skip
    return tuple(choice for choice in found if len(choice.options) > 1)


def _laws(lines: Iterable[Line]) -> list[str]:
    """Return the laws that lines rest on, the most used first."""
    return _most_used(law for line in lines for law in line.laws)


def _by_office(lines: list[Line]) -> list[tuple[str, list[Line]]]:
    """Return the lines of each office, the most named first."""
    return [
        (name, [line for line in lines if name in line.offices])
        for name in _most_used(office for line in lines for office in line.offices)
    ]


def _most_used(names: Iterable[str]) -> list[str]:
    counted: dict[str, int] = {}
    for name in names:
        counted[name] = counted.get(name, 0) + 1
    return sorted(counted, key=lambda name: (-counted[name], name))
