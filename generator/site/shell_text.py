"""What is done to a page the engine wrote: no scripts, no traces of the build, links that name files, a policy."""

import re
from enum import StrEnum

from generator.site.links import with_index


class Slot(StrEnum):
    """The places of a shell that a page fills. Plain text, so that no engine's Markdown changes them."""

    TITLE = "@@qingdan-title@@"
    DESCRIPTION = "@@qingdan-description@@"
    HEAD = "@@qingdan-head@@"
    CONTENT = "@@qingdan-content@@"
    SCRIPTS = "@@qingdan-scripts@@"


SLOTS = re.compile("|".join(Slot))

# Works from file:// too: there Chromium takes 'self' for any file of the same scheme.
POLICY = "default-src 'self'; img-src 'self' data:; base-uri 'self'; form-action 'none'; object-src 'none'"

# The site's own scripts stand in assets/ itself; the theme's in a folder of it, or in the page.
_SCRIPT = re.compile(r"<script\b(?! src=\"(?:\.\./)*assets/[a-z-]+\.js\")[^>]*>.*?</script>", re.S | re.I)
# What only the theme's script opens and closes.
_IDLE = re.compile(
    r"<input class=\"md-toggle\"[^>]*>|<label class=\"md-overlay\".*?</label>"
    r"|<div data-md-component=\"(?:skip|announce)\">.*?</div>"
    r"|<div class=\"md-dialog\"[^>]*>\s*<div[^>]*></div>\s*</div>|\s+data-md-[a-z-]+=\"[^\"]*\"",
    re.S,
)
_GENERATOR = re.compile(r"\s*<meta name=\"generator\"[^>]*>", re.I)
_CANONICAL = re.compile(r"<link rel=\"canonical\"[^>]*>\s*")
_COMMENT = re.compile(r"<!--.*?-->", re.S)
_STYLE_ATTRIBUTE = re.compile(r"(<[a-z][^<>]*?)\s+style=\"[^\"]*\"", re.I)
# Tables as Python-Markdown writes them.
_TABLE = re.compile(r"<table>.*?</table>", re.S)
_HEADING = re.compile(r"<th>(.*?)</th>", re.S)
_ROW = re.compile(r"<tr>.*?</tr>", re.S)
_TAG = re.compile(r"<[^>]*>")
_CHARSET = '<meta charset="utf-8">'
_BLANK = re.compile(r"\n\s*(?=\n)|^[ \t]+", re.M)


def clean(html: str) -> str:
    """Return a page under the site's policy: without the theme's scripts, comments, inline styles and idle parts."""
    for unwanted in (_SCRIPT, _GENERATOR, _COMMENT, _IDLE):
        html = unwanted.sub("", html)
    html = _TABLE.sub(_labelled, _STYLE_ATTRIBUTE.sub(r"\1", html))
    # The theme says "zh"; browsers choose simplified glyphs by the script.
    html = html.replace('<html lang="zh" class="no-js"', '<html lang="zh-Hans"', 1)
    policy = f'{_CHARSET}\n<meta http-equiv="Content-Security-Policy" content="{POLICY}">'
    return with_index(html.replace(_CHARSET, policy, 1))


def _labelled(table: re.Match[str]) -> str:
    """Return a table whose cells name their columns: on a phone each row becomes a block."""
    labels = [_TAG.sub("", heading).replace('"', "&quot;") for heading in _HEADING.findall(table[0])]

    def row(found: re.Match[str]) -> str:
        names = iter(labels)
        return re.sub("<td>", lambda _: f'<td data-label="{next(names, "")}">', found[0])

    return _ROW.sub(row, table[0])


def as_shell(html: str) -> str:
    """Make a stub's page a shell: cleaned, without the space that templates leave, with slots for a page."""
    # The stub's own address is no page's.
    html = _CANONICAL.sub("", without_blanks(clean(html)))
    html = html.replace(f"<h1>{Slot.CONTENT}</h1>", str(Slot.CONTENT))
    return html.replace("</head>", f"{Slot.HEAD}</head>").replace("</body>", f"{Slot.SCRIPTS}</body>")


def without_blanks(html: str) -> str:
    """Return HTML without the indents and empty lines that templates leave. It must hold no preformatted text."""
    return _BLANK.sub("", html).strip() + "\n"
