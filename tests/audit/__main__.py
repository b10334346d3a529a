"""The whole audit of a built site: `make audit`, or `python -m tests.audit site`. Prints figures; 1 when one misses.

Takes most of an hour on two processors: axe-core and the measures of text and targets see every page, Lighthouse and
the largest paint one page of each kind five times.
"""

import sys
from collections.abc import Callable, Iterator
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from pathlib import Path
from statistics import median

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
from tests.audit.tools import CATEGORIES, axe, lighthouse, nu, too_small
from tests.browser import launched

ROUNDS = 5
WORKERS = 2
PERFORMANCE = 98
# Every page is looked at in the first state, the longest ten of each kind in all of them.
WHOLE, SOME = "menu and fold-outs open", 10
LEAST = {"large print": (18, 60)}

Faults = Iterator[str]


def weights(site: Path) -> Faults:
    """Weigh every item page."""
    found = [weigh(site, path) for path in item_pages(pages_of(site))]
    plain, packed = max(w.plain for w in found), max(w.packed for w in found)
    print(f"item pages: {len(found)}; heaviest {plain} B ({ITEM_PLAIN}), gzip {packed} B ({ITEM_GZIP})")
    yield from (f"{w.path}: {w.plain} B, gzip {w.packed} B" for w in too_heavy(iter(found)))


def visits(site: Path) -> Faults:
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
            print(
                f"{kind}: first visit {total} B; largest paint {painted:.0f} ms, {far:.0f} ms with 150 ms of delay"
            )
            if total > FIRST_VISIT or painted > LARGEST_PAINT or "Font" in came:
                yield f"{paths[0]}: first visit {came}, largest paint {painted:.0f} ms"


def standards(site: Path) -> Faults:
    """Show every page to the Nu checker."""
    paths = pages_of(site)
    errors = nu(site, paths)
    print(f"Nu checker: {len(errors)} errors on {len(paths)} pages")
    yield from errors


def look(site: Path, state: str, paths: list[str]) -> list[str]:
    """Return what axe-core and the measures find wrong with pages in a state."""
    found: list[str] = []
    text, target = LEAST.get(state, (16, 44))
    with launched() as browser, put(browser, state) as page:
        for path in paths:
            page.goto((site / path).as_uri())
            if STATES[state](page):
                small = [] if "200" in state else too_small(page, text, target)
                found += [f"{state}: {path}: {line}" for line in (*axe(page), *small)]
    return found


def states(site: Path) -> Faults:
    """Look at pages in every state, by several browsers at a time."""
    some = [path for paths in by_kind(site).values() for path in paths[:SOME]]
    with ProcessPoolExecutor(WORKERS) as pool:
        for state in STATES:
            paths = list(pages_of(site)) if state == WHOLE else some
            shares = [paths[n :: WORKERS * 8] for n in range(WORKERS * 8)]
            faults = [line for share in pool.map(partial(look, site, state), shares) for line in share]
            print(
                f"axe-core, text and targets, {state}: {len(faults)} faults on {len(paths)} pages", flush=True
            )
            yield from faults


def scores(site: Path) -> Faults:
    """Show Lighthouse a page of each kind, and take the median of its scores."""
    with serving(site) as address:
        for kind, path in samples(site).items():
            rounds = [lighthouse(f"{address}/{path}") for _ in range(ROUNDS)]
            found = {name: round(median(r[name] for r in rounds)) for name in CATEGORIES}
            print(
                f"Lighthouse, {kind}: " + ", ".join(f"{name} {score}" for name, score in found.items()),
                flush=True,
            )
            if any(score < (PERFORMANCE if name == "performance" else 100) for name, score in found.items()):
                yield f"{path}: {found}"


STAGES: tuple[Callable[[Path], Faults], ...] = (weights, standards, visits, scores, states)


def main(site: Path, names: tuple[str, ...]) -> int:
    """Run the named stages, or all; return the status of the command."""
    faults: list[str] = []
    for stage in STAGES:
        if not names or stage.__name__ in names:
            faults += stage(site)
    print(*faults[:200], sep="\n")
    print(f"{len(faults)} faults")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]).resolve(), tuple(sys.argv[2:])))
