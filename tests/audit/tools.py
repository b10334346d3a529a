"""The auditors: axe-core in a page, the Nu checker over files, Lighthouse at an address."""

import json
import os
import subprocess
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from statistics import median

from playwright.sync_api import Page

from generator.doctor import browser

MODULES = Path(__file__).parents[1] / "node" / "node_modules"
CATEGORIES = ("performance", "accessibility", "best-practices", "seo")
# `preload` fetches style sheets and media for rules that are off by default or look at media; there are none.
_AXE = """() => axe.run(document, {resultTypes: ['violations'], preload: false}).then(found =>
  found.violations.flatMap(rule => rule.nodes.map(node =>
    `${rule.id}: ${node.html.slice(0, 120)} ${node.any.map(c => c.message).join('; ')}`)))"""


@cache
def axe_source() -> str:
    """Return axe-core's script, to be sent once a tab and not once a page (`Page.add_init_script`)."""
    return (MODULES / "axe-core/axe.min.js").read_text("utf-8")


@cache
def _measure() -> str:
    return (Path(__file__).parent / "measure.js").read_text("utf-8")


def axe(page: Page) -> list[str]:
    """Return what axe-core, with all of its rules, finds wrong with a page as it stands: one line an element."""
    if not page.evaluate("'axe' in window"):
        page.evaluate(axe_source())
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
    """Return the texts and targets of a page that are smaller than `text` and `target` (px) or cut off."""
    return [str(line) for line in page.evaluate(_measure(), {"text": text, "target": target})]


@dataclass(frozen=True)
class Score:
    """Lighthouse's scores of a page, 0 to 100, by category: the median of its rounds; and what lost points in any."""

    address: str
    median: dict[str, int]
    least: int  # performance in the worst round
    lost: list[str]


def lighthouse(addresses: Sequence[str], rounds: int) -> Iterator[Score]:
    """Yield Lighthouse's scores of pages on its own phone, one page after the other in one browser."""
    command = ["node", str(MODULES.parent / "lighthouse.mjs"), str(rounds), *addresses]
    environment = {**os.environ, "CHROME_PATH": str(browser())}
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, text=True, encoding="utf-8", env=environment
    ) as running:
        assert running.stdout is not None
        for line in running.stdout:
            found = json.loads(line)
            scores = {name: round(median(r[name] for r in found["rounds"])) for name in CATEGORIES}
            least = min(r["performance"] for r in found["rounds"])
            yield Score(found["address"], scores, least, found["lost"])
    if running.returncode:
        raise subprocess.CalledProcessError(running.returncode, command)
