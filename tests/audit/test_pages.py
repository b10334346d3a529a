"""One page of each kind, as the auditors see it; `make audit` shows them every page."""

import re
from collections import Counter
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.audit.kinds import by_kind, pages_of, samples
from tests.audit.stages import look
from tests.audit.states import STATES, put
from tests.audit.tools import axe, nu

pytestmark = pytest.mark.xdist_group("site")


@pytest.mark.parametrize("state", STATES)
def test_axe_and_the_measures_find_nothing(
    chromium: Browser, served: str, built_site: Path, state: str
) -> None:
    with put(chromium, state) as page:
        assert list(look(page, served, state, samples(built_site).values())) == []


def test_the_nu_checker_finds_no_error(built_site: Path) -> None:
    paths = {*samples(built_site).values(), *by_kind(built_site)["prose"]}
    assert nu(built_site, sorted(paths)) == []


def test_the_auditors_find_what_is_broken(chromium: Browser, tmp_path: Path) -> None:
    broken = tmp_path / "broken.html"
    broken.write_text("<!doctype html><html lang=zh-Hans><title>x</title><img src=x><p place>", "utf-8")
    with put(chromium, "phone") as page:
        page.goto(broken.as_uri())
        assert [line for line in axe(page) if line.startswith("image-alt: <img")]
    assert [
        line for line in nu(tmp_path, ["broken.html"]) if line.startswith("broken.html:1: Attribute “place”")
    ]


def test_no_two_pages_share_a_title(built_site: Path) -> None:
    found = [
        re.search(r"<title>(.+?)</title>", (built_site / p).read_text("utf-8")) for p in pages_of(built_site)
    ]
    titles = Counter(title[1] if title else "" for title in found)
    assert [title for title, count in titles.items() if count > 1 or not title] == []


def test_every_page_says_its_language(built_site: Path) -> None:
    assert [
        p for p in pages_of(built_site) if b'<html lang="zh-Hans">' not in (built_site / p).read_bytes()
    ] == []
