"""What the owner sets in mkdocs.yml: addresses that may be linked, nothing invented."""

from dataclasses import replace
from pathlib import Path

import pytest

from generator.resources import resource
from generator.site import Shells, build_shells
from generator.site.certificate_page import certificate_page
from generator.site.context import Site
from generator.site.page import write
from generator.site.settings import Settings, settings_of


@pytest.mark.parametrize(
    ("config", "settings"),
    [
        ({}, Settings()),
        ({"site_url": None, "extra": {}}, Settings()),
        ({"site_url": "https://a.example/x"}, Settings("https://a.example/x/")),
        ({"site_url": "javascript:alert(1)"}, Settings()),
        (
            {"extra": {"report_url": "https://a.example/?p={path}"}},
            Settings("", "https://a.example/?p={path}"),
        ),
        ({"extra": {"report_url": "mailto:office@a.example"}}, Settings("", "mailto:office@a.example")),
        ({"extra": {"report_url": "data:text/html,x"}}, Settings()),
    ],
)
def test_addresses(config: dict[str, object], settings: Settings) -> None:
    assert settings_of(config) == settings


def test_the_build_says_what_is_not_set() -> None:
    assert len(Settings().without) == 2
    assert Settings("https://a.example/").without == ("没有写 extra.report_url：页面上没有报错的链接",)
    assert Settings("https://a.example/", "mailto:office@a.example").without == ()


def test_the_address_of_a_page_ends_in_its_folder() -> None:
    assert Settings("https://a.example/x/").address_of("hubei/index.html") == "https://a.example/x/hubei/"
    assert Settings().address_of("hubei/index.html") == ""


def test_a_page_names_its_own_address_and_the_report_link_its_page(site: Site, shells: Shells) -> None:
    known = replace(
        site, settings=Settings("https://a.example/x/", "https://a.example/report?page={path}&lang=zh")
    )
    item = known.directories["hubei"].items["certificates/kinship"]
    page = certificate_page(known, known.place("hubei"), item, None, {})
    html = write(known, shells, page).decode()
    assert '<link rel="canonical" href="https://a.example/x/hubei/certificates/kinship/">' in html
    assert "report?page=hubei%2Fcertificates%2Fkinship%2Findex.html&amp;lang=zh" in html
    assert "canonical" not in write(site, shells, page).decode()


def test_a_shell_has_no_address_of_its_own(tmp_path: Path) -> None:
    config = tmp_path / "mkdocs.yml"
    text = (
        resource("mkdocs.yml")
        .read_text("utf-8")
        .replace("# site_url: https://…/", "site_url: https://a.example")
    )
    folder = resource("site_templates/shell")
    config.write_text(text.replace("site_templates/shell", str(folder)), "utf-8")
    made = build_shells(config, tmp_path / "docs")
    assert made.settings.site_url == "https://a.example/"
    assert all("a.example" not in shell for shell in made.pages.values())
