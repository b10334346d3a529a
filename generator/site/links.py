"""Links: relative ones that name index.html (so that file:// works), outgoing ones, and a check of them all."""

import posixpath
import re
from collections.abc import Iterable, Mapping
from urllib.parse import unquote, urlsplit

ALLOWED_SCHEMES = frozenset({"http", "https", "mailto", "tel"})

_REFERENCE = re.compile(r"""(<[a-z][^<>]*?\s)(href|src|action)=("([^"]*)"|'([^']*)'|([^\s>"']+))""", re.I)
_STYLE_URL = re.compile(r"url\(\s*[\"']?([^)\"']+)[\"']?\s*\)")


def page_path(folder: str) -> str:
    """Return the file of a page's folder: "" and "hubei" become "index.html" and "hubei/index.html"."""
    return f"{folder}/index.html" if folder else "index.html"


def depth_of(path: str) -> int:
    """Return how many folders deep a file of the site stands."""
    return path.count("/")


def safe_href(url: object) -> str | None:
    """Return an outgoing address that may be linked, None for any other scheme or shape."""
    if not isinstance(url, str) or any(c.isspace() or ord(c) < 32 for c in url):
        return None
    parts = urlsplit(url)
    if parts.scheme.lower() not in ALLOWED_SCHEMES:
        return None
    return url if parts.netloc or parts.scheme.lower() in {"mailto", "tel"} else None


def with_index(html: str) -> str:
    """Rewrite relative links to folders in `html` so that they name index.html."""

    def rewrite(match: re.Match[str]) -> str:
        value = match[4] or match[5] or match[6] or ""
        return f'{match[1]}{match[2]}="{_named(value)}"'

    return _REFERENCE.sub(rewrite, html)


def _named(reference: str) -> str:
    """Return a relative reference that names a file."""
    path, mark, rest = _split(reference)
    if not is_relative(reference) or not path:
        return reference
    last = path.rsplit("/", 1)[-1]
    if last in {"", ".", ".."}:
        path = posixpath.join(path, "index.html")
        path = path.removeprefix("./")
    return path + mark + rest


def _split(reference: str) -> tuple[str, str, str]:
    """Split a reference into its path, the mark that ends it (# or ?) and what follows."""
    at = min((i for i in (reference.find("#"), reference.find("?")) if i >= 0), default=len(reference))
    return reference[:at], reference[at : at + 1], reference[at + 1 :]


def is_relative(reference: str) -> bool:
    """Tell whether a reference stays inside the site (no scheme, no host)."""
    return not re.match(r"[a-zA-Z][a-zA-Z0-9+.-]*:|//", reference)


def broken_links(files: Mapping[str, bytes], also: Iterable[str] = ()) -> list[str]:
    """Return "page -> target" of every relative link that meets no file among `files` and `also`.

    A link to a folder counts as broken: from file:// it opens a listing, not the page.
    """
    known = {*files, *also}
    broken: list[str] = []
    verdicts: dict[tuple[str, str], bool] = {}
    for path, content in files.items():
        folder = posixpath.dirname(path)
        for reference in _references(path, content):
            key = (folder, reference)
            if key not in verdicts:
                verdicts[key] = _resolves(folder, reference, known)
            if not verdicts[key]:
                broken.append(f"{path} -> {reference}")
    return sorted(set(broken))


def _references(path: str, content: bytes) -> list[str]:
    """Return the references of a page or style sheet."""
    if path.endswith(".html"):
        text = content.decode()
        return [(m[4] or m[5] or m[6] or "").replace("&amp;", "&") for m in _REFERENCE.finditer(text)]
    if path.endswith(".css"):
        return [m[1] for m in _STYLE_URL.finditer(content.decode())]
    return []


def _resolves(folder: str, reference: str, known: set[str]) -> bool:
    """Tell whether a reference written in a file of `folder` meets a file (or leaves the site)."""
    path = _split(reference)[0]
    if not is_relative(reference) or not path:
        return True
    return posixpath.normpath(posixpath.join(folder, unquote(path))) in known
