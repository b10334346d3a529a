"""The pages of a place's matters: certificates with their cards, and the other kinds where a place speaks."""

from collections.abc import Iterator

from generator.catalogue.model import Place
from generator.site.card import card_page, card_path
from generator.site.certificate_page import Shared, certificate_page
from generator.site.context import Site
from generator.site.matter_page import matter_page
from generator.site.page import Page


def item_pages(site: Site, place: Place, shared: Shared) -> Iterator[Page]:
    """Yield the pages of a place's matters.

    `shared` keeps the renderings of one site: start with an empty one and pass it for each place.
    """
    for item, gone in site.items_of(place.path):
        if item.kind != "certificates":
            yield matter_page(site, place, item, gone)
            continue
        page = certificate_page(site, place, item, gone, shared)
        yield page
        if card_path(site, place.path, item) == f"{page.folder}/card/index.html":
            yield card_page(site, place, item)
