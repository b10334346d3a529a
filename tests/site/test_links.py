"""Links name files, leave the site only by safe schemes, and all meet something."""

import pytest

from generator.site.links import broken_links, page_path, safe_href, with_index


@pytest.mark.parametrize(
    ("written", "named"),
    [
        ("..", "../index.html"),
        (".", "index.html"),
        ("./", "index.html"),
        ("../a/", "../a/index.html"),
        ("a/#part", "a/index.html#part"),
        ("a/?q=1", "a/index.html?q=1"),
        ("#part", "#part"),
        ("a/b.html", "a/b.html"),
        ("https://example.org/", "https://example.org/"),
        ("//example.org/", "//example.org/"),
    ],
)
def test_relative_links_to_folders_name_the_file(written: str, named: str) -> None:
    assert with_index(f'<a class=x href="{written}">') == f'<a class=x href="{named}">'


@pytest.mark.parametrize(
    "url",
    ["javascript:alert(1)", "JaVaScRiPt:alert(1)", " https://a", "data:text/html,x", "//a.b", "https:", "x", None,
     "java\nscript:alert(1)"],
)  # fmt: skip
def test_other_schemes_are_not_linked(url: object) -> None:
    assert safe_href(url) is None


@pytest.mark.parametrize("url", ["http://a.cn/x", "https://a.cn/?a=1&b=2", "mailto:a@b.cn", "tel:12345"])
def test_safe_schemes_are_linked(url: str) -> None:
    assert safe_href(url) == url


def test_broken_links_are_named_with_their_page() -> None:
    files = {
        "index.html": b'<a href="a/index.html">1</a><a href="a/">2</a><img src=\'b.png\'><a href="https://x.cn/">3</a>',
        "a/index.html": b'<a href="../index.html#x">1</a><a href="../print/p.pdf">2</a><a href="?q=1">3</a>',
        "s.css": b"a{background:url(data:x)}b{background:url('gone.svg')}",
    }
    assert broken_links(files) == [
        "a/index.html -> ../print/p.pdf", "index.html -> a/", "index.html -> b.png", "s.css -> gone.svg",
    ]  # fmt: skip
    assert "a/index.html -> ../print/p.pdf" not in broken_links(files, also=["print/p.pdf"])


def test_the_home_page_is_the_root() -> None:
    assert (page_path(""), page_path("hubei")) == ("index.html", "hubei/index.html")
