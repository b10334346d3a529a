"""The basis of an item: each citation with its document, clause, and since when the document holds."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from generator.catalogue.model import Source, strings
from generator.reading.document import Json
from generator.resolve.directory import Item
from generator.resolve.editions import citation_on, now_words
from generator.site.context import Site
from generator.site.trail import SourceLink, source_link, source_since
from generator.words import COPIES, READ


@dataclass(frozen=True)
class BasisView:
    """One citation as a page shows it."""

    source: SourceLink
    clause: str
    now: str  # how the article is numbered today, where that differs from the clause cited (F32)
    says: str
    since: str
    quality: str
    verified: bool


@dataclass(frozen=True)
class DocumentView:
    """A document with every citation of it, said once: what was read of it, and whether with the original."""

    source: SourceLink
    since: str
    quality: str
    verified: bool
    cited: tuple[BasisView, ...]


def bases_of(site: Site, item: Item) -> dict[str, BasisView]:
    """Return an item's citations by their id. One whose document is missing is left out."""
    found: dict[str, BasisView] = {}
    for path, value in item.values.items():
        head, _, rest = path.partition(".")
        name, _, field = rest.partition(".")
        if head == "basis" and field == "source":
            written_in = value.place
            view = _view(
                site,
                value.value,
                written_in,
                item.get(f"basis.{name}.clause"),
                item.get(f"basis.{name}.says"),
                item.get(f"basis.{name}.edition"),
            )
            if view is not None:
                found[name] = view
    return found


def _view(
    site: Site, reference: Json, place: str, clause: Json, says: Json, edition: Json = None
) -> BasisView | None:
    """Return the view of one citation."""
    source = site.source_of(reference, place)
    if source is None:
        return None
    return BasisView(
        source_link(source),
        str(clause or ""),
        _now(site, source, str(clause or ""), edition),
        str(says or ""),
        source_since(source) if _dated(source) else "",
        quality_words(source),
        "verified_on" in source.data,
    )


def _dated(source: Source) -> bool:
    return any((source.in_force, source.issued, source.reported))


def quality_words(source: Source) -> str:
    """Say what kind of copy was read of a document, and how much of it."""
    copy, read = COPIES.get(str(source.data.get("copy")), ""), READ.get(str(source.data.get("read")), "")
    return f"{copy}（{read}）" if read else copy


def _now(site: Site, source: Source, clause: str, edition: Json) -> str:
    """Say how an article cited from one edition of a law is numbered on the day of the site."""
    return now_words(citation_on(source, clause, str(edition) if edition else None, site.on))


def all_bases(site: Site, item: Item, bases: Mapping[str, BasisView]) -> tuple[BasisView, ...]:
    """Return the documents that make the item hold, then its citations, each said once."""
    found = list(bases.values())
    said = {(basis.source.path, basis.clause) for basis in found}
    makers: list[BasisView] = []
    for step in item.history:
        if step.source and (source_link(step.source).path, step.clause or "") not in said:
            view = _view(site, step.source.id, step.place, step.clause, step.reason)
            if view is not None:
                makers.append(view)
                said.add((view.source.path, view.clause))
    return (*makers, *found)


def by_document(bases: Iterable[BasisView]) -> tuple[DocumentView, ...]:
    """Return citations by their documents, in the order in which each document is first cited."""
    found: dict[str, list[BasisView]] = {}
    for basis in bases:
        found.setdefault(basis.source.path, []).append(basis)
    return tuple(
        DocumentView(cited[0].source, cited[0].since, cited[0].quality, cited[0].verified, tuple(cited))
        for cited in found.values()
    )


def picked(bases: Mapping[str, BasisView], ids: Json) -> tuple[BasisView, ...]:
    """Return the citations that a list of ids names."""
    return tuple(bases[name] for name in strings(ids) if name in bases)


def first_reason(
    groups: Iterable[tuple[BasisView, ...]], otherwise: tuple[BasisView, ...]
) -> BasisView | None:
    """Return the citation that a page gives first as the reason."""
    for group in groups:
        if group:
            return group[0]
    return otherwise[0] if otherwise else None
