"""The pages one comes in by: home, the provinces, the search."""

from collections.abc import Iterator
from dataclasses import dataclass

from generator.catalogue.model import ROOT, strings
from generator.site.answer import answer_of
from generator.site.context import Site
from generator.site.links import page_path
from generator.site.page import FRESHNESS, PROVINCE, SEARCH, Page, speaker_of
from generator.site.recent import recent
from generator.site.rows import Row
from generator.site.search_page import search_page
from generator.site.trail import upcoming_words
from generator.words import KINDS, Verdict

HOME = (("首页", "index.html"),)
_LATELY = 6


@dataclass(frozen=True)
class Featured:
    """A matter that the editors put first."""

    id: str
    name: str
    path: str
    verdict: Verdict | None


def entrance_pages(site: Site) -> Iterator[Page]:
    """Yield home, the provinces and the search."""
    yield _home(site)
    yield _places(site)
    yield search_page(site)


def featured(site: Site, place: str) -> tuple[Featured, ...]:
    """Return the matters that the editors of a place put first, as the place has them."""
    found = []
    for item_id in strings(site.place(place).data.get("featured")):
        item, page = site.directories[place].items.get(item_id), site.item_page(place, item_id)
        if item and page:
            found.append(Featured(item_id, item.name, page[1], answer_of(item)))
    return tuple(found)


def _home(site: Site) -> Page:
    """Return the home page."""
    directory = site.directories[ROOT]
    places = [place.path for place in site.places()]
    context: dict[str, object] = {
        "featured": featured(site, ROOT),
        "counts": {
            **{kind: len(directory.of_kind(kind)) for kind in KINDS},
            "sources": len(site.catalogue.sources),
        },
        "provinces": [
            Row(place.name, page_path(place.path), kind=place.path) for place in site.catalogue.provinces()
        ],
        "recent": recent(site, places, _LATELY),
        "upcoming": [
            (site.item_name(place, step.item), upcoming_words(site, place, step))
            for place in places
            for step in site.directories[place].upcoming
            if step.step.place == place
        ],
    }
    return Page(
        "index.html", "首页", "村（社区）该不该开这份证明、不开怎么办、门口挂什么牌子：各级文件写了什么，逐条有出处。",
        "home.html", speaker_of(site, site.place(ROOT)), context, (), directory.changes_next,
        (FRESHNESS, SEARCH, PROVINCE),
    )  # fmt: skip


def _places(site: Site) -> Page:
    """Return the provinces in official order, with what is collected of each."""
    rows = [
        Row(place.name, page_path(place.path), _collected(site, place.path))
        for place in site.catalogue.provinces()
    ]
    return Page(
        "places/index.html", "各省", "31个省级地方的目录，按统计用区划代码的次序。", "places.html",
        speaker_of(site, site.place(ROOT)), {"provinces": rows}, HOME,
    )  # fmt: skip


def _collected(site: Site, place: str) -> str:
    """Say what is collected of a province."""
    lists, sources = len(site.lists_of(place)), len(site.sources_of(place))
    own = sum(place in files for files in site.catalogue.items.values())
    said = [f"清单{lists}份"] if lists else ["尚未收集到本省清单"]
    said += [f"本地文件{sources}份"] if sources else []
    said += [f"本地写到的事项{own}项"] if own else []
    return "，".join(said)
