"""What a page may weigh and how soon it must be seen; docs/audit.md says why and how each is measured."""

import gzip
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Browser

ITEM_PLAIN = 30_000  # bytes of an item page's HTML
ITEM_GZIP = 8_000
FIRST_VISIT = 45_000  # bytes on the wire of HTML, style sheets and scripts, gzip
LARGEST_PAINT = 1_700  # milliseconds, at 400 kbit/s and a fourth of the processor's speed

_WIRE = 400_000 / 8  # bytes a second
_PAINT = """new Promise(done => new PerformanceObserver(list => done(list.getEntries().at(-1).startTime))
  .observe({type: 'largest-contentful-paint', buffered: true}))"""


@dataclass(frozen=True)
class Weight:
    """The bytes of a page's HTML."""

    path: str
    plain: int
    packed: int


def weigh(site: Path, path: str) -> Weight:
    """Return the weight of a page."""
    data = (site / path).read_bytes()
    return Weight(path, len(data), len(gzip.compress(data, 9, mtime=0)))


def too_heavy(weights: Iterator[Weight]) -> list[Weight]:
    """Return the item pages over their budget."""
    return [w for w in weights if w.plain > ITEM_PLAIN or w.packed > ITEM_GZIP]


def first_visit(browser: Browser, address: str) -> dict[str, int]:
    """Return the bytes that came over the wire for a first visit, by kind of resource, from a server that packs."""
    context = browser.new_context(viewport={"width": 360, "height": 740})
    page = context.new_page()
    session = context.new_cdp_session(page)
    kinds: dict[str, str] = {}
    bytes_of: dict[str, int] = {}
    session.on("Network.responseReceived", lambda e: kinds.update({e["requestId"]: e["type"]}))
    session.on(
        "Network.loadingFinished", lambda e: bytes_of.update({e["requestId"]: int(e["encodedDataLength"])})
    )
    session.send("Network.enable")
    page.goto(address, wait_until="networkidle")
    context.close()
    found: dict[str, int] = {}
    for request, kind in kinds.items():
        found[kind] = found.get(kind, 0) + bytes_of.get(request, 0)
    return found


def largest_paint(browser: Browser, address: str, latency: int = 0) -> float:
    """Return when the largest thing of a first visit was painted (ms), on the slow phone of the budget."""
    context = browser.new_context(viewport={"width": 360, "height": 740}, device_scale_factor=2)
    page = context.new_page()
    session = context.new_cdp_session(page)
    session.send("Network.enable")
    session.send(
        "Network.emulateNetworkConditions",
        {"offline": False, "latency": latency, "downloadThroughput": _WIRE, "uploadThroughput": _WIRE},
    )
    session.send("Emulation.setCPUThrottlingRate", {"rate": 4})
    page.goto(address, wait_until="load")
    page.wait_for_timeout(500)
    painted = float(page.evaluate(_PAINT))
    context.close()
    return painted
