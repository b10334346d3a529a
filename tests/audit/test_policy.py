"""The policy of every page: no other host, nothing written into a page runs, no form is sent."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.audit.kinds import pages_of, samples
from tests.audit.states import STATES, put

pytestmark = pytest.mark.xdist_group("site")

POLICY = "default-src 'self'; img-src 'self' data:; base-uri 'self'; form-action 'none'; object-src 'none'"
_LISTEN = """
window.refused = [];
addEventListener('securitypolicyviolation', event => refused.push(`${event.effectiveDirective} ${event.blockedURI}`));
"""


def test_every_page_carries_the_policy_first(built_site: Path) -> None:
    start = re.compile(rf'<head>\s*<meta charset="utf-8">\s*<meta [^>]+ content="{re.escape(POLICY)}">')
    pages = {path: (built_site / path).read_text("utf-8") for path in pages_of(built_site)}
    assert [path for path, page in pages.items() if not start.search(page)] == []


def test_nothing_of_the_themes_scripts_and_nothing_written_in_a_page_runs(built_site: Path) -> None:
    refused = re.compile(
        r"<script(?![^>]*\ssrc=)|<style|<[a-z][^>]*\s(?:style|on[a-z]+)=|=.?javascript:|<base|<iframe|<object|<embed",
        re.I,
    )
    own = re.compile(
        r'<script src="(?:\.\./)*assets/(?:mode|reach|freshness|filter|province|search(?:-\w+)?)\.js"'
        r"(?: defer)?></script>"
    )
    found = []
    for path in pages_of(built_site):
        html = (built_site / path).read_text("utf-8")
        found += [f"{path}: {m[0]}" for m in refused.finditer(html)]
        found += [path] * (html.count("<script") - len(own.findall(html)))
    assert found == []
    assert list(built_site.glob("assets/javascripts/*")) == []
    assert [
        js.name
        for js in built_site.rglob("*.js")
        if re.search(r"\beval\(|\bnew Function\b|\bWebAssembly\b|document\.write", js.read_text("utf-8"))
    ] == []


def test_a_server_is_told_the_same_policy(built_site: Path) -> None:
    assert (built_site / "_headers").read_text("utf-8").splitlines() == [
        "/*", f"  Content-Security-Policy: {POLICY}", "  Referrer-Policy: no-referrer",
        "  X-Content-Type-Options: nosniff",
    ]  # fmt: skip


@pytest.mark.parametrize("root", ["http", "file"])
@pytest.mark.parametrize("state", ["menu and fold-outs open", "search open"])
def test_no_page_asks_for_what_the_policy_refuses(
    chromium: Browser, served: str, built_site: Path, root: str, state: str
) -> None:
    found = []
    with put(chromium, state) as page:
        page.add_init_script(_LISTEN)
        for path in samples(built_site).values():
            page.goto(f"{served if root == 'http' else built_site.as_uri()}/{path}")
            STATES[state](page)
            page.locator("[data-qd-large]").click()
            found += [f"{path}: {line}" for line in page.evaluate("refused")]
    assert found == []


_ADD = "const add = (tag, what) => document.body.append(Object.assign(document.createElement(tag), what));"
_FORM = "document.body.insertAdjacentHTML('beforeend', '<form id=sent action=\"/x\"></form>'); sent.submit()"


@pytest.mark.parametrize(
    ("attempt", "refused"),
    [
        (_ADD + "add('script', {text: 'window.ran = 1'})", "script-src-elem inline"),
        ("document.body.setAttribute('onclick', 'window.ran = 1')", "script-src-attr inline"),
        ("setTimeout('window.ran = 1', 0)", "script-src eval"),
        (_ADD + "add('style', {textContent: 'p{color:red}'})", "style-src-elem inline"),
        (_ADD + "add('img', {src: 'https://example.org/x.png'})", "img-src https://example.org/x.png"),
        (_ADD + "add('iframe', {src: 'https://example.org/'})", "frame-src https://example.org"),
        (_FORM, "form-action"),
    ],
)
def test_the_policy_refuses(chromium: Browser, served: str, attempt: str, refused: str) -> None:
    with put(chromium, "phone") as page:
        page.add_init_script(_LISTEN)
        page.goto(f"{served}/index.html")
        page.evaluate(attempt)
        page.wait_for_function("refused.length")
        assert page.evaluate("refused[0]").startswith(refused)
        assert page.evaluate("window.ran") is None
