"""What a page may weigh. How soon it is seen is measured by `make audit`: a test never times."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.audit.budgets import FIRST_VISIT, first_visit, too_heavy, weigh
from tests.audit.kinds import by_kind, item_pages, pages_of
from tests.audit.server import serving

pytestmark = pytest.mark.xdist_group("site")


@pytest.fixture(scope="module")
def packed(built_site: Path) -> Iterator[str]:
    with serving(built_site) as address:
        yield address


def test_every_item_page_is_light(built_site: Path) -> None:
    paths = item_pages(pages_of(built_site))
    assert len(paths) > 3000
    assert too_heavy(weigh(built_site, path) for path in paths) == []


def test_a_first_visit_of_the_longest_page_of_each_kind_of_item_is_light(
    chromium: Browser, packed: str, built_site: Path
) -> None:
    for kind, paths in by_kind(built_site).items():
        if item_pages(paths[:1]):
            came = first_visit(chromium, f"{packed}/{paths[0]}")
            assert came["Document"] and came["Stylesheet"] and came["Script"], kind
            assert came["Document"] + came["Stylesheet"] + came["Script"] <= FIRST_VISIT, (kind, came)
            assert "Font" not in came


def test_no_font_is_fetched_from_anywhere(built_site: Path) -> None:
    assert [css.name for css in built_site.rglob("*.css") if "@font-face" in css.read_text("utf-8")] == []
