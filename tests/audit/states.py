"""The states in which a page is looked at: how the browser is set, and what is done to the page."""

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from typing import Literal, TypedDict

from playwright.sync_api import Browser, Page


class _Setting(TypedDict, total=False):
    width: int
    dark: bool
    large: bool
    scripts: bool
    colors: Literal["active", "none"]
    media: Literal["print", "screen"]


_SETTINGS: Mapping[str, _Setting] = {
    "dark": {"dark": True},
    "large print": {"large": True},
    "large print, dark, desktop": {"large": True, "dark": True, "width": 1100},
    "320 px, text of 200 %": {"width": 320},
    "large print, 320 px": {"large": True, "width": 320},
    "desktop": {"width": 1100},
    "forced colours": {"colors": "active"},
    "forced colours, dark": {"colors": "active", "dark": True},
    "without scripts": {"scripts": False},
    "paper": {"media": "print", "width": 718},  # A4 without its margins of 10 mm
}


@contextmanager
def put(browser: Browser, state: str) -> Iterator[Page]:
    """Open a tab that is set for a state."""
    setting = _SETTINGS.get(state, {})
    context = browser.new_context(
        viewport={"width": setting.get("width", 360), "height": 740},
        color_scheme="dark" if setting.get("dark") else "light",
        forced_colors=setting.get("colors", "none"),
        locale="zh-CN",
    )
    if setting.get("large"):
        context.add_init_script("localStorage.setItem('qingdan.large', '1')")
    if not setting.get("scripts", True):
        # Not `java_script_enabled`: axe-core would wait for ever for its timers.
        context.route("**/*.js", lambda route: route.abort())
    page = context.new_page()
    page.emulate_media(media=setting.get("media", "screen"))
    try:
        yield page
    finally:
        context.close()


def _as_it_is(page: Page) -> bool:
    return True


def _open(page: Page) -> bool:
    """Open the menu and every fold-out."""
    page.evaluate("document.querySelectorAll('details').forEach(fold => { fold.open = true; })")
    return True


def _searching(page: Page) -> bool:
    """Type into the search field, where there is one, and wait for results."""
    field = page.locator("input[name=q]").first
    if not field.count():
        return False
    field.fill("亲属")
    page.locator(".qd-results a").first.wait_for()
    return True


def _doubled(page: Page) -> bool:
    """Double the text, as a browser's own setting does: sizes hang on the root's."""
    page.evaluate("document.documentElement.style.fontSize = '250%'")
    return True


def _spaced(page: Page) -> bool:
    """Space the text as WCAG 2.2 (1.4.12) lets a reader do."""
    page.evaluate("""() => {
      const sheet = new CSSStyleSheet();
      sheet.replaceSync("* { line-height: 1.5 !important; letter-spacing: .12em !important; " +
        "word-spacing: .16em !important; } p { margin-bottom: 2em !important; }");
      document.adoptedStyleSheets = [sheet];
    }""")
    return _open(page)


# What is done to a page in each state; False where a page has no such state.
STATES: Mapping[str, Callable[[Page], bool]] = {
    "phone": _as_it_is,
    "menu and fold-outs open": _open,
    "search open": _searching,
    "dark": _open,
    "large print": _open,
    "large print, dark, desktop": _searching,
    "320 px, text of 200 %": _doubled,
    "large print, 320 px": _open,
    "desktop": _as_it_is,
    "spaced text": _spaced,
    "forced colours": _open,
    "forced colours, dark": _searching,
    "without scripts": _open,
    "paper": _as_it_is,
}
