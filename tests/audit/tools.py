"""The auditors: axe-core in a page, the Nu checker over files, Lighthouse at an address."""

import json
import os
import subprocess
from collections.abc import Sequence
from functools import cache
from pathlib import Path

from playwright.sync_api import Page

from generator.doctor import browser

MODULES = Path(__file__).parents[1] / "node" / "node_modules"
CATEGORIES = ("performance", "accessibility", "best-practices", "seo")
_AXE = """() => axe.run(document, {resultTypes: ['violations']}).then(found => found.violations.flatMap(rule =>
  rule.nodes.map(node => `${rule.id}: ${node.html.slice(0, 120)} ${node.any.map(c => c.message).join('; ')}`)))"""


@cache
def _axe_source() -> str:
    return (MODULES / "axe-core/axe.min.js").read_text("utf-8")


def axe(page: Page) -> list[str]:
    """Return what axe-core, with all of its rules, finds wrong with a page as it stands: one line an element."""
    if not page.evaluate("'axe' in window"):
        page.evaluate(_axe_source())
    return [str(line) for line in page.evaluate(_AXE)]


def nu(site: Path, paths: Sequence[str]) -> list[str]:
    """Return the errors that the Nu Html Checker finds in pages of a built site."""
    jar = MODULES / "vnu-jar/build/dist/vnu.jar"
    done = subprocess.run(
        ["java", "-Xss1m", "-jar", str(jar), "--format", "json", "--stdout", "--exit-zero-always", *paths],
        cwd=site, capture_output=True, text=True, check=True, encoding="utf-8",
    )  # fmt: skip
    messages = json.loads(done.stdout)["messages"]
    return [
        f"{m['url'].rpartition(f'{site}/')[2]}:{m.get('lastLine')}: {m['message']}"
        for m in messages
        if m["type"] in {"error", "non-document-error"}
    ]


def too_small(page: Page, text: int, target: int) -> list[str]:
    """Return the texts and targets of a page that are smaller than `text` and `target` (px)."""
    measure = (Path(__file__).parent / "measure.js").read_text("utf-8")
    return [str(line) for line in page.evaluate(measure, {"text": text, "target": target})]


def lighthouse(address: str) -> dict[str, int]:
    """Return Lighthouse's scores of a page (0 to 100) on its own phone, by category."""
    done = subprocess.run(
        ["node", str(MODULES / "lighthouse/cli/index.js"), address, "--output=json", "--quiet",
         "--chrome-flags=--headless=new --no-sandbox --disable-gpu",
         f"--only-categories={','.join(CATEGORIES)}"],
        capture_output=True, text=True, check=True, encoding="utf-8",
        env={**os.environ, "CHROME_PATH": str(browser())},
    )  # fmt: skip
    return {
        name: round(100 * found["score"]) for name, found in json.loads(done.stdout)["categories"].items()
    }
