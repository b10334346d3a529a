"""What a government's site must say of itself, only where a recorded office publishes: 国办发〔2017〕47号, page labels.

An office is recorded by the place's `publisher` with the document of adoption. The site's own name, code and
registration come from mkdocs.yml; what is not set there is left out. PubDate is the day of the data, without an hour.
"""

from dataclasses import dataclass
from urllib.parse import urlsplit

from markupsafe import Markup

from generator.catalogue.model import ROOT, Place, Source
from generator.site.context import Site


@dataclass(frozen=True)
class Office:
    """An office that publishes a place's directory, and the document by which it adopted it."""

    name: str
    adopted_by: Source


def office_of(site: Site, place: Place) -> Office | None:
    """Return the office that publishes a place's directory; None where this site speaks."""
    publisher = place.data.get("publisher")
    if not isinstance(publisher, dict):
        return None
    source = site.source_of(publisher.get("adopted_by"), place.path)
    return Office(str(publisher.get("office")), source) if source is not None else None


def place_of(site: Site, folder: str) -> Place:
    """Return the place that a page's folder belongs to: its own, else the nation."""
    parts = folder.removeprefix("sources/").split("/")
    paths = ("/".join(parts[:length]) for length in range(len(parts), 0, -1))
    return site.place(next((path for path in paths if path in site.directories), ROOT))


def labels(site: Site, folder: str, title: str, column: str) -> Markup:
    """Return the labels of a page for its head: of the site, of its column, and of the article where it is one."""
    place = place_of(site, folder)
    office = office_of(site, place)
    if office is None:
        return Markup("")
    settings = site.settings
    named = {
        "SiteName": settings.site_name,
        "SiteDomain": urlsplit(settings.site_url).hostname or "",
        "SiteIDCode": settings.site_id_code,
        "ColumnName": column or title,
        "ColumnType": column or title,
    }
    if folder.removeprefix(place.path).count("/") > 1:
        named |= {"ArticleTitle": title, "PubDate": site.on.isoformat(), "ContentSource": office.name}
    tag = Markup('<meta name="{}" content="{}">\n')
    return Markup("").join(tag.format(name, content) for name, content in named.items() if content)


def imprint(site: Site, folder: str) -> tuple[tuple[str, str], ...]:
    """Return what stands at the foot of an office's page: (words, address or nothing)."""
    office = office_of(site, place_of(site, folder))
    if office is None:
        return ()
    settings = site.settings
    rows = [(f"主办单位：{office.name}", "")]
    rows += [(f"网站标识码：{settings.site_id_code}", "")] if settings.site_id_code else []
    rows += [(settings.icp, "")] if settings.icp else []
    rows += [("政府网站找错", settings.find_errors_url)] if settings.find_errors_url else []
    return tuple(rows)
