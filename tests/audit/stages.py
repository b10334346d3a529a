"""The stages of the whole audit: each takes a built site, says its figures and yields the faults it finds."""

from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ProcessPoolExecutor, as_completed
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from zipfile import ZipFile

from playwright.sync_api import Page

from tests.audit import links
from tests.audit.budgets import (
    FIRST_VISIT,
    ITEM_GZIP,
    ITEM_PLAIN,
    LARGEST_PAINT,
    first_visit,
    largest_paint,
    too_heavy,
    weigh,
)
from tests.audit.kinds import by_kind, item_pages, pages_of, samples
from tests.audit.server import serving
from tests.audit.states import STATES, put
from tests.audit.tools import axe, axe_source, lighthouse, nu, too_small
from tests.browser import launched

ROUNDS = 5
WORKERS = 2
SHARE = 100  # pages that a browser is kept for
PERFORMANCE = 98
# Every page is looked at in the first state, the longest ten of each kind in all of them.
WHOLE, SOME = "menu and fold-outs open", 10
USUAL, LARGE = (16, 44), (18, 60)

Faults = Iterator[str]
Say = Callable[[str], None]
Stage = Callable[[Path, Say], Faults]


def weights(site: Path, say: Say) -> Faults:
    """Weigh every item page."""
    found = [weigh(site, path) for path in item_pages(pages_of(site))]
    plain, packed = max(w.plain for w in found), max(w.packed for w in found)
    say(f"item pages: {len(found)}; heaviest {plain} B ({ITEM_PLAIN}), gzip {packed} B ({ITEM_GZIP})")
    yield from (f"{w.path}: {w.plain} B, gzip {w.packed} B" for w in too_heavy(iter(found)))


def ways(site: Path, say: Say) -> Faults:
    """Follow every link of every page and of every bundle, to the place in the page."""
    pages = links.read_all(site)
    count = sum(len(page.to) for page in pages.values())
    dead, lost = links.dead_ends(site, pages), links.orphans(pages)
    say(
        f"links: {count} on {len(pages)} pages; {len(dead)} lead nowhere; {len(lost)} pages without a way there"
    )
    yield from (*dead, *(f"{path}: no way leads here" for path in lost))
    yield from (fault for page in pages.values() for fault in page.faults)
    bundles = sorted(site.glob("offline/*.zip"))
    for bundle in bundles:
        with TemporaryDirectory() as folder, ZipFile(bundle) as packed:
            packed.extractall(folder)
            home = Path(folder) / bundle.stem
            inside = links.read_all(home)
            found = [*links.dead_ends(home, inside), *links.orphans(inside)]
            yield from (f"{bundle.name}: {line}" for line in found)
    say(f"bundles: {len(bundles)}, the heaviest {max(b.stat().st_size for b in bundles)} B")


def standards(site: Path, say: Say) -> Faults:
    """Show every page to the Nu checker."""
    paths = pages_of(site)
    errors = nu(site, paths)
    say(f"Nu checker: {len(errors)} errors on {len(paths)} pages")
    yield from errors


def look(page: Page, address: str, state: str, paths: Iterable[str]) -> Faults:
    """Yield what axe-core and the measures find wrong with the pages under an address, in a tab put into a state."""
    page.add_init_script(axe_source())
    for path in paths:
        page.goto(f"{address}/{path}")
        if STATES[state](page):
            # Nothing is pressed on paper, and its fine print is finer.
            small = [] if state == "paper" else too_small(page, *(LARGE if "large" in state else USUAL))
            yield from (f"{state}: {path}: {line}" for line in (*axe(page), *small))


def _share(site: Path, state: str, paths: list[str]) -> list[str]:
    """Look at pages in a browser of their own."""
    with launched() as browser, put(browser, state) as page:
        return list(look(page, site.as_uri(), state, paths))


def states(site: Path, say: Say) -> Faults:
    """Look at pages in every state, by several browsers at a time."""
    some = [path for paths in by_kind(site).values() for path in paths[:SOME]]
    with ProcessPoolExecutor(WORKERS) as pool:
        for state in STATES:
            paths = list(pages_of(site)) if state == WHOLE else some
            shares = -(-len(paths) // SHARE)
            running = [pool.submit(_share, site, state, paths[n::shares]) for n in range(shares)]
            faults: list[str] = []
            for done, share in enumerate(as_completed(running), 1):
                faults += share.result()
                if state == WHOLE and done % 5 == 0:
                    print(f"  … {done} of {shares} shares of pages, {len(faults)} faults", flush=True)
            say(f"axe-core, text and targets, {state}: {len(faults)} faults on {len(paths)} pages")
            yield from sorted(faults)


def visits(site: Path, say: Say) -> Faults:
    """Load the longest page of each kind of item as a first visit, and time its largest paint."""
    with serving(site) as address, launched() as browser:
        for kind, paths in by_kind(site).items():
            if not item_pages(paths[:1]):
                continue
            at = f"{address}/{paths[0]}"
            came = first_visit(browser, at)
            total = came["Document"] + came["Stylesheet"] + came["Script"]
            painted = median(largest_paint(browser, at) for _ in range(ROUNDS))
            far = median(largest_paint(browser, at, latency=150) for _ in range(ROUNDS))
            say(
                f"{kind}: first visit {total} B; largest paint {painted:.0f} ms, {far:.0f} ms with 150 ms of delay"
            )
            if total > FIRST_VISIT or painted > LARGEST_PAINT or "Font" in came:
                yield f"{paths[0]}: first visit {came}, largest paint {painted:.0f} ms"


def scores(site: Path, say: Say) -> Faults:
    """Show Lighthouse a page of each kind, alone on the machine, and take the median of its scores."""
    kinds = samples(site)
    with serving(site) as address:
        found = lighthouse([f"{address}/{path}" for path in kinds.values()], ROUNDS)
        for (kind, path), score in zip(kinds.items(), found, strict=True):
            shown = ", ".join(f"{name} {points}" for name, points in score.median.items())
            say(f"Lighthouse, {kind}: {shown}; worst performance {score.least}")
            if any(n < (PERFORMANCE if name == "performance" else 100) for name, n in score.median.items()):
                yield f"{path}: {score.median}, lost by {', '.join(score.lost)}"


# What is right or wrong comes first, what is timed last, with nothing beside it.
STAGES: tuple[Stage, ...] = (weights, ways, standards, states, visits, scores)
