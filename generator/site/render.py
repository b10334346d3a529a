"""The site: a catalogue and its directories in, every file of the site out. Nothing is written here."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import date
from html import escape

from generator.catalogue.model import Catalogue
from generator.dates import chinese
from generator.findings import Finding
from generator.resolve.directory import Directory
from generator.site.certificate_page import Shared
from generator.site.checks_page import checks_page
from generator.site.context import Printed, Site
from generator.site.data_files import data_files
from generator.site.home_pages import entrance_pages
from generator.site.item_pages import item_pages
from generator.site.kind_pages import kind_pages
from generator.site.must_not import must_not_pages
from generator.site.page import Page, write
from generator.site.place_page import place_page
from generator.site.search_index import search_files
from generator.site.shells import Shells
from generator.site.source_lists import register_page, sources_pages
from generator.site.source_pages import citations, list_page, source_page
from generator.site.static import headers_file, static_files
from generator.words import SPEAKER


def render_site(
    catalogue: Catalogue,
    directories: Mapping[str, Directory],
    on: date,
    shells: Shells,
    printed: Printed,
    findings: Iterable[Finding] = (),
) -> dict[str, bytes]:
    """Return the site's files by path.

    `directories` holds a directory for each place; `printed` maps (place, item id) to print files by Chinese
    label, as site paths that somebody else writes. Of the `findings` the site shows those that their files accept.
    """
    accepted: dict[str, tuple[Finding, ...]] = {}
    for found in findings:
        if found.accepted:
            accepted[found.position.file] = (*accepted.get(found.position.file, ()), found)
    site = Site(catalogue, directories, on, printed, shells.settings, accepted)
    prose = {
        path: signed(data, site) if path.endswith(".html") else data
        for path, data in shells.docs_pages.items()
    }
    files = {**shells.assets, **prose, **static_files(), "_headers": headers_file()}
    files |= search_files(site) | data_files(site)
    for page in distinct(all_pages(site)):
        files[page.path] = write(site, shells, page)
    return dict(sorted(files.items()))


def signed(page: bytes, site: Site) -> bytes:
    """Put who speaks, what is missing and 数据截至 at the foot of a page of prose, as every other page has them."""
    foot = f'<footer class="qd-foot"><p>{SPEAKER}。</p><p>{escape(site.gaps)}</p>'
    foot += f"<p>数据截至 {chinese(site.on.isoformat())}。</p></footer>"
    end = "</article>" if b"</article>" in page else "</body>"
    return page.replace(end.encode(), (foot + end).encode(), 1)


def distinct(pages: Iterable[Page]) -> Iterator[Page]:
    """Yield the pages under titles that no two share: those that would, say what they stand under."""
    every = list(pages)
    count = Counter(page.title for page in every)
    for page in every:
        under = page.crumbs[-1][0] if page.crumbs else ""
        yield replace(page, title=f"{page.title} · {under}") if count[page.title] > 1 else page


def all_pages(site: Site) -> Iterator[Page]:
    """Yield every page of the site but the prose."""
    shared: Shared = {}
    yield from entrance_pages(site)
    yield from kind_pages(site)
    for place in site.places():
        yield place_page(site, place)
        yield from must_not_pages(site, place)
        yield from item_pages(site, place, shared)
    yield from sources_pages(site)
    yield register_page(site)
    yield checks_page(site)
    cited = citations(site)
    for _, source in sorted(site.catalogue.sources.items()):
        yield source_page(site, source, cited)
    for _, entry in sorted(site.catalogue.lists.items()):
        yield list_page(site, entry)
