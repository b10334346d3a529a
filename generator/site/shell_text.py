"""What is done to a page the engine wrote: no scripts, no traces of the build, links that name files, a policy."""

import re
from enum import StrEnum

from generator.site.links import with_index


class Slot(StrEnum):
    """The places of a shell that a page fills. Plain text, so that no engine's Markdown changes them."""

    TITLE = "@@qingdan-title@@"
    DESCRIPTION = "@@qingdan-description@@"
    CONTENT = "@@qingdan-content@@"
    SCRIPTS = "@@qingdan-scripts@@"


SLOTS = re.compile("|".join(Slot))

# Works from file:// too: there Chromium takes 'self' for any file of the same scheme.
POLICY = "default-src 'self'; img-src 'self' data:; object-src 'none'; base-uri 'none'; form-action 'self'"

_SCRIPT = re.compile(r"<script\b[^>]*>.*?</script>", re.S | re.I)
_GENERATOR = re.compile(r"\s*<meta name=\"generator\"[^>]*>", re.I)
_COMMENT = re.compile(r"<!--.*?-->", re.S)
_STYLE_ATTRIBUTE = re.compile(r"(<[a-z][^<>]*?)\s+style=\"[^\"]*\"", re.I)
_CHARSET = '<meta charset="utf-8">'
_SOURCE_MAP = re.compile(r"/\*# sourceMappingURL=.*?\*/")
_BLANK = re.compile(r"\n\s*(?=\n)|^[ \t]+", re.M)


def clean(html: str) -> str:
    """Return a page without scripts, comments, inline styles and the generator's name, under the site's policy."""
    for unwanted in (_SCRIPT, _GENERATOR, _COMMENT):
        html = unwanted.sub("", html)
    html = _STYLE_ATTRIBUTE.sub(r"\1", html)
    # The theme says "zh"; browsers choose simplified glyphs by the region.
    html = html.replace('<html lang="zh"', '<html lang="zh-CN"', 1)
    policy = f'{_CHARSET}\n<meta http-equiv="Content-Security-Policy" content="{POLICY}">'
    return with_index(html.replace(_CHARSET, policy, 1))


def as_shell(html: str) -> str:
    """Make a stub's page a shell: cleaned, without the space that templates leave, with slots for a page."""
    html = _BLANK.sub("", clean(html)).strip() + "\n"
    html = html.replace(f"<h1>{Slot.CONTENT}</h1>", str(Slot.CONTENT))
    return html.replace("</body>", f"{Slot.SCRIPTS}</body>")


def clean_style(css: str) -> str:
    """Return a style sheet without the pointer to its source map, which is not published."""
    return _SOURCE_MAP.sub("", css)
