"""The site as a graph: links to files and places in them that are not there, and pages that nothing leads to."""

import posixpath
import re
from collections.abc import Mapping
from dataclasses import dataclass
from html import unescape
from pathlib import Path
from urllib.parse import unquote, urlsplit

from tests.audit.kinds import pages_of

_TAG = re.compile(r"<(\w+)\s[^>]*?(?:href|src|id)=[^>]*>")
_ATTRIBUTE = re.compile(r"""\s(href|src|id|rel)=(?:"([^"]*)"|'([^']*)'|([^\s>]+))""")
HOME = "index.html"


@dataclass(frozen=True)
class Linked:
    """What a page links to: (file, place in it or ""), both as written from the root; its own places; its faults."""

    to: frozenset[tuple[str, str]]
    places: frozenset[str]
    faults: tuple[str, ...]


def read(path: str, html: str) -> Linked:
    """Read the links and the places of a page."""
    to: set[tuple[str, str]] = set()
    places: list[str] = []
    faults: list[str] = []
    for tag in _TAG.finditer(html):
        found = {m[1]: unescape(m[2] or m[3] or m[4] or "") for m in _ATTRIBUTE.finditer(tag[0])}
        if "id" in found:
            places.append(found["id"])
        reference = found.get("href", found.get("src"))
        if reference is None or reference.startswith("data:"):
            continue
        parts = urlsplit(reference)
        if parts.scheme or parts.netloc:
            if tag[1] == "a" and found.get("rel") != "noopener noreferrer":
                faults.append(f"{path}: leaves the site without rel: {reference}")
            continue
        file = posixpath.normpath(posixpath.join(posixpath.dirname(path), unquote(parts.path)))
        to.add((file if parts.path else path, unquote(parts.fragment)))
    faults += [f"{path}: two places are called {name}" for name in {p for p in places if places.count(p) > 1}]
    return Linked(frozenset(to), frozenset(places), tuple(faults))


def read_all(site: Path) -> dict[str, Linked]:
    """Read every page of a built site."""
    return {path: read(path, (site / path).read_text("utf-8")) for path in pages_of(site)}


def dead_ends(site: Path, pages: Mapping[str, Linked]) -> list[str]:
    """Return the links that lead to no file, or to no place in a page."""
    files = {p.relative_to(site).as_posix() for p in site.rglob("*") if p.is_file()}
    return [
        f"{path}: leads nowhere: {file}{'#' * bool(place)}{place}"
        for path, page in pages.items()
        for file, place in sorted(page.to)
        if file not in files or (place and file in pages and place not in pages[file].places)
    ]


def orphans(pages: Mapping[str, Linked]) -> list[str]:
    """Return the pages that no way leads to from the home page."""
    seen, open_ = {HOME}, [HOME]
    while open_:
        new = {file for file, _ in pages[open_.pop()].to if file in pages} - seen
        seen |= new
        open_ += new
    return sorted(set(pages) - seen)
