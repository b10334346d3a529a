"""The search page: results of ?q= by script; without scripts an index of the certificates and a way to the rest."""

from collections.abc import Iterator

from generator.catalogue.model import ROOT
from generator.site.certificate import verdict_of
from generator.site.context import Site, short_name
from generator.site.links import page_path
from generator.site.page import FRESHNESS, SEARCH, Page, speaker_of
from generator.site.rows import Group, Row
from generator.site.search_text import syllables
from generator.words import KINDS

HOME = (("首页", "index.html"),)


def search_page(site: Site) -> Page:
    """Return the search page."""
    directory = site.directories[ROOT]
    kinds = [
        (words, page_path(f"{ROOT}/{kind}"), len(directory.of_kind(kind))) for kind, words in KINDS.items()
    ]
    kinds += [("文件", page_path("sources"), len(site.catalogue.sources))]
    context: dict[str, object] = {
        "groups": _by_letter(_certificates(site)),
        "kinds": kinds,
        "provinces": [(place.path, place.name) for place in site.catalogue.provinces()],
    }
    return Page(
        "search/index.html", "查证明", "按名称、别的叫法或者拼音查证明、任务、标牌、文件和地方。", "search.html",
        speaker_of(site, site.place(ROOT)), context, HOME, None, (FRESHNESS, SEARCH),
    )  # fmt: skip


def _certificates(site: Site) -> Iterator[Row]:
    """Yield every certificate of the nation, then those that places introduce."""
    for item in site.directories[ROOT].of_kind("certificates"):
        page = site.item_page(ROOT, item.id)
        if page:
            yield Row(item.name, page[1], verdict_of(item).words)
    for place, name, path in local_matters(site, "certificates"):
        yield Row(name, path, place)


def _by_letter(rows: Iterator[Row]) -> tuple[Group, ...]:
    """Return rows under the first letter of their pinyin, as a dictionary orders them."""
    groups: dict[str, list[Row]] = {}
    for row in sorted(rows, key=lambda row: (syllables(row.name), row.name)):
        letter = syllables(row.name)[0][:1].upper() or "#"
        groups.setdefault(letter, []).append(row)
    return tuple(Group(None, letter, tuple(found)) for letter, found in groups.items())


def local_matters(site: Site, kind: str) -> Iterator[tuple[str, str, str]]:
    """Yield (short name of the place, name, page) of matters that places below the nation introduce."""
    for place in sorted(site.places(), key=lambda p: (p.code or "999999", p.path)):
        for item in site.directories[place.path].of_kind(kind):
            if item.introduced_by == place.path != ROOT:
                yield short_name(place), item.name, page_path(f"{place.path}/{item.id}")
