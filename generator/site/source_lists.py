"""Documents in lists: the nation's and each province's, and the register of laws by which articles are checked."""

from collections.abc import Iterator

from generator.catalogue.model import ROOT, mappings
from generator.catalogue.register import cited_articles, statutes
from generator.dates import chinese
from generator.reading.document import Json
from generator.site.context import Site, source_path, sources_path
from generator.site.page import Page, speaker_of
from generator.site.place_page import source_row
from generator.words import COPIES


def sources_pages(site: Site) -> Iterator[Page]:
    """Yield the front page of all documents, and one list for the nation and each province with what is below it."""
    counted: list[tuple[str, str, int, str]] = []
    for path in (ROOT, *(place.path for place in site.catalogue.provinces())):
        page, count = _sources_of(site, path)
        if count:
            counted.append((path, site.place(path).name, count, page.path))
            yield page
    yield Page(
        "sources/index.html", "文件", "本站依据的文件，读到的是什么、读了多少。", "sources.html",
        speaker_of(site, site.place(ROOT)), {"counted": counted}, (("首页", "index.html"),),
    )  # fmt: skip


def _sources_of(site: Site, top: str) -> tuple[Page, int]:
    """Return the list of the documents of the nation or a province, and how many there are."""
    places = [p for p in site.places() if p.path == top or (top != ROOT and p.path.startswith(f"{top}/"))]
    groups = [
        (place.path, place.name, [source_row(source) for source in site.sources_of(place.path)])
        for place in sorted(places, key=lambda p: (p.path != top, p.code or "999999", p.path))
    ]
    name = site.place(top).name
    page = Page(
        sources_path(top), f"{name}的文件", f"{name}：本站依据的文件，读到的是什么、读了多少。", "sources_of.html",
        speaker_of(site, site.place(top)), {"name": name, "groups": [group for group in groups if group[2]]},
        (("首页", "index.html"), ("文件", "sources/index.html")),
    )  # fmt: skip
    return page, sum(len(rows) for _, _, rows in groups)


def register_page(site: Site) -> Page:
    """Return the register of laws: how many articles each has, which name a village, and what is cited outside it."""
    known = statutes(site.catalogue)
    registers = [r for _, r in sorted(site.catalogue.records.get("registers", {}).items())]
    by_title = {s.title: s for s in site.catalogue.sources.values() if s.place == ROOT}
    rows = []
    for register in registers:
        for entry in mappings(register.data.get("statutes")):
            title = str(entry["title"])
            source = by_title.get(title)
            rows.append(
                (
                    title, source_path(source) if source else "", _text(entry.get("articles")),
                    "；".join(f"{chinese(_text(e.get('on')))}{e.get('act')}" for e in mappings(entry.get("editions"))),
                    chinese(_text(entry.get("effective"))), "、".join(sorted(known[title].village, key=_in_order)),
                )
            )  # fmt: skip
    outside = [
        (source.title, source_path(source), chinese(_text(source.data.get("seen_on"))))
        for _, source in sorted(site.catalogue.sources.items())
        if source.kind in ("law", "administrative_regulation") and source.title not in known
    ]
    heads = [
        (
            str(r.data["title"]),
            chinese(_text(r.data.get("seen_on"))),
            COPIES.get(_text(r.data.get("copy")), ""),
        )
        for r in registers
    ]
    return Page(
        "sources/statutes/index.html", "法律登记", "现行法律的条数、历次修改和点到村级组织的条文。", "register.html",
        speaker_of(site, site.place(ROOT)), {"heads": heads, "rows": rows, "outside": outside},
        (("首页", "index.html"), ("文件", "sources/index.html")),
    )  # fmt: skip


def _in_order(article: str) -> int:
    return cited_articles(article)[0][1]


def _text(value: Json) -> str:
    """Return a value as text, empty for none."""
    return "" if value is None else str(value)
