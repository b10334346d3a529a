"""The site's own style sheet, scripts and icon, and the headers a server should send with every file."""

import rjsmin

from generator.resources import resource
from generator.site.shell_text import POLICY

# One file for a page to fetch: the frame, then what stands in it.
_STYLES = ("shell.css", "qingdan.css", "search.css")
# The matcher's parts stand one after another in one function: one file to fetch, and no names outside.
_MATCHER = ("alphabet", "spelling", "form", "likeness", "places", "find", "index")
_HEADERS = {
    "Content-Security-Policy": POLICY,
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
}


def static_files() -> dict[str, bytes]:
    """Return the files of site_templates/static by their site path under assets/, scripts small, the styles as one."""
    folder = resource("site_templates") / "static"
    files = {f"assets/{file.name}": file.read_bytes() for file in sorted(folder.iterdir()) if file.is_file()}
    files |= {path: _small(data) for path, data in files.items() if path.endswith(".js")}
    parts = ((folder / "matcher" / f"{name}.js").read_bytes() for name in _MATCHER)
    files["assets/search-match.js"] = _small(b'(function(){"use strict";%b})();' % b"".join(parts))
    style = b"".join(files.pop(f"assets/{name}") for name in _STYLES)
    return {**files, "assets/qingdan.css": style}


def _small(script: bytes) -> bytes:
    """Return a script without comments and the spaces that it does not need; names stay as they are."""
    small: bytes = rjsmin.jsmin(script)
    return small + b"\n"


def headers_file() -> bytes:
    """Return `_headers`, which static hosts read: every path, then a header a line."""
    lines = ["/*", *(f"  {name}: {value}" for name, value in _HEADERS.items())]
    return ("\n".join(lines) + "\n").encode()
