"""Which kind of page a path of the site is, and a page of each kind."""

import re
from collections.abc import Iterable
from pathlib import Path

_MATTERS = "certificates|tasks|forms|mechanisms|facilities|signs|provisions"
# The first that fits names the kind. A page that none fits is a kind of its own, and so never left out.
_KINDS = tuple(
    (name, re.compile(pattern + r"index\.html"))
    for name, pattern in (
        ("home", ""),
        ("prose", r"docs/(?:.+/)?"),
        ("register", r"sources/statutes/"),
        ("sources", r"sources/"),
        ("sources of a place", r"sources/[^/]+/"),
        ("source", r"sources/.+/"),
        ("list", r".+/lists/[^/]+/"),
        ("by office and law", r"national/browse/[^/]+/"),
        ("{1} of a place", rf".+/({_MATTERS})/"),
        ("{1}", rf".+/({_MATTERS})/[^/]+/"),
        ("{1}: {2}", rf".+/({_MATTERS})/[^/]+/([^/]+)/"),
        ("nation", "national/"),
    )
)


def kind_of(path: str, places: frozenset[str] = frozenset()) -> str:
    """Return the kind of the page at a site path; `places` are the paths of places, as "hubei/shiyan"."""
    for name, pattern in _KINDS:
        if found := pattern.fullmatch(path):
            return name.format("", *found.groups())
    folder = path.removesuffix("/index.html")
    if folder in places:
        return "province" if "/" not in folder else "place below"
    above, _, last = folder.rpartition("/")
    if above in places:
        return f"{last} of a place"
    return path


def pages_of(site: Path) -> tuple[str, ...]:
    """Return the paths of all pages of a built site, in order."""
    return tuple(sorted(p.relative_to(site).as_posix() for p in site.rglob("*.html")))


def by_kind(site: Path) -> dict[str, list[str]]:
    """Return the pages of each kind, the longest first: it has the most that may be wrong."""
    places = frozenset(
        p.parent.relative_to(site / "data").as_posix() for p in site.glob("data/**/index.json")
    )
    found: dict[str, list[str]] = {}
    for path in pages_of(site):
        found.setdefault(kind_of(path, places), []).append(path)
    return {
        kind: sorted(paths, key=lambda p: (-(site / p).stat().st_size, p))
        for kind, paths in sorted(found.items())
    }


def samples(site: Path) -> dict[str, str]:
    """Return a page of middling length of each kind."""
    return {kind: paths[len(paths) // 2] for kind, paths in by_kind(site).items()}


def item_pages(paths: Iterable[str]) -> tuple[str, ...]:
    """Return the pages of items among `paths`."""
    return tuple(
        path
        for path in paths
        if re.fullmatch(rf".+/(?:{_MATTERS})/[^/]+/index\.html", path) and path[:8] != "sources/"
    )
