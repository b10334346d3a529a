"""Every link of every page leads to a file and to the place in it that it names; every page can be reached."""

from pathlib import Path

import pytest

from tests.audit.links import dead_ends, orphans, read_all

pytestmark = pytest.mark.xdist_group("site")


def test_every_link_and_every_page_is_found(built_site: Path) -> None:
    pages = read_all(built_site)
    assert dead_ends(built_site, pages) == []
    assert orphans(pages) == []
    assert [fault for page in pages.values() for fault in page.faults] == []


@pytest.mark.parametrize(
    ("html", "found"),
    [
        ("<a href=b/index.html#there>", []),
        ("<a href='b/index.html#gone'>", ["index.html: leads nowhere: b/index.html#gone"]),
        ('<a class="x" href="c/index.html">', ["index.html: leads nowhere: c/index.html"]),
        ('<a href="#here"><p id="here">', []),
        ('<a href="#gone">', ["index.html: leads nowhere: index.html#gone"]),
        ('<img alt="" src="b/">', ["index.html: leads nowhere: b"]),
        ('<p id="a"><p id="a">', ["index.html: two places are called a"]),
        ("<a href=https://a.example>", ["index.html: leaves the site without rel: https://a.example"]),
        ('<a rel="noopener noreferrer" href="https://a.example">', []),
    ],
)
def test_what_leads_nowhere_is_noticed(tmp_path: Path, html: str, found: list[str]) -> None:
    (tmp_path / "b").mkdir()
    (tmp_path / "b/index.html").write_text("<h1 id=there>")
    (tmp_path / "index.html").write_text(html)
    pages = read_all(tmp_path)
    assert [*dead_ends(tmp_path, pages), *pages["index.html"].faults] == found


def test_a_page_without_a_way_to_it_is_noticed(tmp_path: Path) -> None:
    for name, html in {
        "index": "<a href=a.html>",
        "a": "<a href=index.html>",
        "lost": "<a href=a.html>",
    }.items():
        (tmp_path / f"{name}.html").write_text(html)
    assert orphans(read_all(tmp_path)) == ["lost.html"]
