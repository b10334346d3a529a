"""The pages of documents and official lists, with what cites them."""

from collections.abc import Iterator

from generator.catalogue.model import ROOT, OfficialList, Source
from generator.dates import chinese
from generator.reading.document import Json
from generator.site.basis import bases_of
from generator.site.context import Site, source_path
from generator.site.evidence import Entry, list_source, list_view
from generator.site.links import page_path, safe_href
from generator.site.page import Page, speaker_of
from generator.site.place_page import Row, SourceRow, source_row
from generator.site.reaches import words_list
from generator.words import COPIES, KINDS, READ, SOURCE_KINDS, UNVERIFIED

Citations = dict[str, dict[str, set[tuple[str, str, str]]]]


def citations(site: Site) -> Citations:
    """Return, by the path of a source's page, which matters cite it: by place, (kind, name, page path)."""
    found: Citations = {}
    for place in site.places():
        for item, _ in site.items_of(place.path):
            if not site.says_own(place.path, item.id):
                continue
            paths = {basis.source.path for basis in bases_of(site, item).values()}
            paths |= {source_path(step.source) for step in item.history if step.source}
            row = (KINDS[item.kind], item.name, page_path(f"{place.path}/{item.id}"))
            for path in paths:
                found.setdefault(path, {}).setdefault(place.path, set()).add(row)
    return found


def source_page(site: Site, source: Source, cited: Citations) -> Page:
    """Return a document's page."""
    data = source.data
    place = site.place(source.place)
    rows = cited.get(source_path(source), {})
    verified, by = data.get("verified_on"), data.get("verified_by")
    context: dict[str, object] = {
        "source": source,
        "kind": SOURCE_KINDS.get(source.kind, ""),
        "issuers": words_list(data.get("issuers")),
        "dates": list(_dates(source)),
        "edition": _text(data.get("edition")),
        "copy": COPIES.get(_text(data.get("copy")), ""),
        "read": READ.get(_text(data.get("read")), ""),
        "seen": chinese(_text(data.get("seen_on"))),
        "reprinted_by": _text(data.get("reprinted_by")),
        "url": safe_href(data.get("url")) or "",
        "place_unstated": data.get("place_unstated") is True,
        "verified": f"{chinese(str(verified))}，{by or '核对机关未载'}与原件核对" if verified else UNVERIFIED,
        "notes": words_list(data.get("notes")),
        "lists": [
            list_view(site, entry)
            for _, entry in sorted(site.catalogue.lists.items())
            if list_source(site, entry) == source
        ],
        "cited": [
            (site.place(path).name, [Row(name, page, kind=kind) for kind, name, page in sorted(rows[path])])
            for path in sorted(rows, key=lambda p: (p != ROOT, p))
        ],
    }
    crumbs = (
        ("首页", "index.html"),
        ("文件", "sources/index.html"),
        (place.name, f"{page_path(place.path)}#sources"),
    )
    return Page(
        source_path(source), source.title, f"{source.cited}：读到了多少，哪些事项引用它。", "source.html",
        speaker_of(site, place), context, crumbs if site.has_page(place) else crumbs[:2],
    )  # fmt: skip


def _text(value: Json) -> str:
    """Return a value as text, empty for none."""
    return "" if value is None else str(value)


def _dates(source: Source) -> Iterator[tuple[str, str]]:
    """Yield the dates of a document, each under its own name."""
    for name, day in (
        ("发布", source.issued),
        ("施行", source.in_force),
        ("报道", source.reported),
        ("失效", source.until),
    ):
        if day is not None:
            yield name, chinese(day.text)


def sources_page(site: Site) -> Page:
    """Return the list of all documents, by place in official order."""
    places = sorted(site.places(), key=lambda p: (p.path != ROOT, p.code or "999999", p.path))
    groups: list[tuple[str, list[SourceRow]]] = [
        (place.name, [source_row(source) for source in site.sources_of(place.path)]) for place in places
    ]
    return Page(
        "sources/index.html", "文件", "本站依据的文件，读到的是什么、读了多少。", "sources.html",
        speaker_of(site, site.place(ROOT)), {"groups": [group for group in groups if group[1]]},
        (("首页", "index.html"),),
    )  # fmt: skip


def list_page(site: Site, entry: OfficialList) -> Page:
    """Return an official list's page."""
    view = list_view(site, entry)
    place = site.place(entry.place)
    context = {
        "entry": view,
        "rows": [_matched(site, entry.place, row) for row in view.entries],
        "omits": [_matched(site, entry.place, row) for row in view.omits],
    }
    return Page(
        view.path, view.title, f"{place.name}：{view.title}，{view.counted}。", "list.html",
        speaker_of(site, place), context, (("首页", "index.html"), (place.name, page_path(place.path))),
    )  # fmt: skip


def _matched(site: Site, place: str, row: Entry) -> tuple[Entry, str, str]:
    """Return an entry with the name and page of the matter it maps to."""
    page = site.item_page(place, row.item) if row.item else None
    if page is None:
        return row, "", ""
    return row, site.item_name(page[0], row.item), page[1]
