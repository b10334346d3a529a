"""The card for the office that asked: only where a document says no, by whom it is said, with a code to the page."""

import pytest

from generator.site.card import bodies_of, card_page, card_path, code_of, has_card
from generator.site.certificate import certificate_of
from generator.site.context import Site
from generator.site.settings import Settings


@pytest.mark.parametrize(
    ("slug", "shown"),
    [("kinship", True), ("adoption", False), ("pets", False), ("mixed", False), ("silent", False)],
)
def test_only_what_a_document_denies_has_a_card(
    site: Site, files: dict[str, bytes], slug: str, shown: bool
) -> None:
    assert has_card(site.directories["national"].items[f"certificates/{slug}"]) is shown
    assert (f"national/certificates/{slug}/card/index.html" in files) is shown
    assert ("说明卡" in files[f"national/certificates/{slug}/index.html"].decode()) is shown


def test_a_place_without_words_of_its_own_shows_the_card_above(site: Site, files: dict[str, bytes]) -> None:
    for place, shown in (("henan", "national"), ("hubei", "hubei")):
        item = site.directories[place].items["certificates/kinship"]
        assert card_path(site, place, item) == f"{shown}/certificates/kinship/card/index.html"
    assert "henan/certificates/kinship/card/index.html" not in files


def test_a_card_names_the_bodies_the_document_speaks_of(site: Site) -> None:
    item = site.directories["national"].items["certificates/kinship"]
    assert bodies_of(certificate_of(site, item)) == "村"
    page = card_page(site, site.place("national"), item)
    assert page.context["title"] == "村不开“亲属关系证明”"


def test_a_code_needs_the_sites_address(site: Site) -> None:
    place, item = site.place("hubei"), site.directories["hubei"].items["certificates/kinship"]
    assert card_page(site, place, item).context["code"] == ""
    known = Site(
        site.catalogue, site.directories, site.on, site.printed, Settings("https://list.example/zh/")
    )
    page = card_page(known, place, item)
    assert page.context["address"] == "https://list.example/zh/hubei/certificates/kinship/"
    assert page.context["code"] == code_of("https://list.example/zh/hubei/certificates/kinship/")


def test_a_code_is_an_image_within_the_page() -> None:
    code = code_of('https://list.example/?a="><script>')
    assert code.startswith('<img class="qd-code" src="data:image/svg+xml')
    assert "<script" not in code
