"""The pages of documents and official lists, with what cites them."""

from collections.abc import Iterator

from generator.catalogue.model import ROOT, Record, Source, mappings, source_id, strings
from generator.dates import chinese
from generator.reading.document import Json
from generator.site.basis import bases_of
from generator.site.context import Site, source_path
from generator.site.evidence import Entry, list_source, list_view
from generator.site.links import page_path, safe_href
from generator.site.page import Page, speaker_of
from generator.site.rows import Row
from generator.site.trail import SourceLink, source_link
from generator.words import COPIES, KINDS, READ, SOURCE_KINDS, SOURCE_STATES, UNVERIFIED

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
        "issuers": strings(data.get("issuers")),
        "dates": list(_dates(source)),
        "edition": _text(data.get("edition")),
        "copy": COPIES.get(_text(data.get("copy")), ""),
        "read": READ.get(_text(data.get("read")), ""),
        "seen": chinese(_text(data.get("seen_on"))),
        "reprinted_by": _text(data.get("reprinted_by")),
        "url": safe_href(data.get("url")) or "",
        "place_unstated": data.get("place_unstated") is True,
        "verified": f"{chinese(str(verified))}，{by or '核对机关未载'}与原件核对" if verified else UNVERIFIED,
        "notes": strings(data.get("notes")),
        "status": SOURCE_STATES.get(_text(data.get("status")), ""),
        "status_note": _text(data.get("status_note")),
        "related": [
            (label, link)
            for key, label in (("superseded_by", "被谁取代"), ("forwards", "转发的文件"))
            if (link := _linked(site, source, data.get(key))) is not None
        ],
        "articles": _text(data.get("articles")),
        "articles_as_of": _text(data.get("articles_as_of")),
        "editions": list(_editions(source)),
        "figures": [
            (site.place(record.place).name, page_path(record.place), str(record.data["title"]))
            for record in _resting_on(site, source)
        ],
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


def _linked(site: Site, source: Source, reference: Json) -> SourceLink | None:
    other = site.source_of(reference, source.place) if reference else None
    return source_link(other) if other else None


def _editions(source: Source) -> Iterator[tuple[str, str, str]]:
    """Yield (id, since, what changed) of each edition of a law."""
    for entry in mappings(source.data.get("editions")):
        said = [_text(entry.get("text"))] if "text" in entry else []
        said += [f"{chinese(_text(entry['issued']))}公布"] if "issued" in entry else []
        said += [f"共{entry['articles']}条"] if "articles" in entry else []
        numbers = entry.get("renumbered")
        for old, new in numbers.items() if isinstance(numbers, dict) else ():
            said.append(f"{old} → {'、'.join(strings(new)) or _text(new) or '删去'}")
        said += ["其余条号不变"] if entry.get("rest") == "unchanged" else []
        yield str(entry["id"]), f"自{chinese(_text(entry.get('from')))}起", "；".join(said)


def _resting_on(site: Site, source: Source) -> tuple[Record, ...]:
    """Return the figures and proposals published in a document."""
    found = []
    for kind in ("figures", "proposals"):
        for record in site.catalogue.records.get(kind, {}).values():
            tests = record.data.get("tests")
            tested = list(tests.values()) if isinstance(tests, dict) else []
            cited = [*mappings(record.data.get("states")), *mappings(tested)]
            named = [record.source, *(str(entry.get("source", "")) for entry in cited)]
            if any(name and source_id(name, record.place) == source.id for name in named):
                found.append(record)
    return tuple(found)


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


def list_page(site: Site, entry: Record) -> Page:
    """Return an official list's page."""
    view = list_view(site, entry)
    place = site.place(entry.place)
    context = {
        "entry": view,
        "rows": [_matched(site, entry.place, row) for row in view.entries],
        "omits": [_matched(site, entry.place, row) for row in view.omits],
    }
    return Page(
        view.path, f"{view.title}（清单）", f"{place.name}：{view.title}，{view.counted}。", "list.html",
        speaker_of(site, place), context, (("首页", "index.html"), (place.name, page_path(place.path))),
    )  # fmt: skip


def _matched(site: Site, place: str, row: Entry) -> tuple[Entry, str, str]:
    """Return an entry with the name and page of the matter it maps to."""
    became = site.read_as(place, row.item) if row.item else ()
    item = became[0] if len(became) == 1 else row.item  # the page of an id that was split names its parts
    page = site.item_page(place, item) if item else None
    if page is None:
        return row, "", ""
    return row, site.item_name(page[0], item), page[1]
