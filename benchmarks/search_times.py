"""Weigh the search: bytes, time until it is ready, time for a keystroke and what is found, beside four libraries.

    python -m benchmarks.search_times [--rounds 5] [--ours]

Runs in the system's Chromium with the CPU slowed four times, on the real matters and on 1,500 (the real ones and
made-up ones with the same lengths, numbers of names and pairs of characters). The libraries come from npm, pinned, into
a temporary folder; each gets what it needs to answer people's queries: every name and its pinyin. Times are medians of
fresh pages, in milliseconds; `found` is the share of tests/site/queries.yaml with their matter among the first three.
`answered` and `painted` are ours in a page with the site's own field: from the input event until the list stands laid
out, and until the next frame after it has been painted (frames come every 16.7 ms, whatever there is to do).
"""

import argparse
import gzip
import random
import statistics
import subprocess
import tempfile
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from playwright.sync_api import Browser, Page, Route
from ruamel.yaml import YAML

from generator.check import check_catalogue
from generator.reading.document import Json
from generator.resolve import resolve_tree
from generator.site.context import Site
from generator.site.page import environment
from generator.site.search_entries import Entry, matters, places_to_choose
from generator.site.search_index import matters_script, met_first, search_index, search_more
from generator.site.search_text import pinyin
from generator.site.static import static_files
from tests.browser import launched

ROOT = Path(__file__).parents[1]
LIBRARIES = {
    "uFuzzy": ("@leeoniya/ufuzzy@1.0.19", "dist/uFuzzy.iife.min.js"),
    "FlexSearch": ("flexsearch@0.8.212", "dist/flexsearch.bundle.min.js"),
    "MiniSearch": ("minisearch@7.2.0", "dist/umd/index.js"),
    "Fuse": ("fuse.js@7.0.0", "dist/fuse.min.js"),
}
HARNESS = Path(__file__).with_suffix(".js")
SLOWED = 4
EMPTY = """window.QINGDAN_SEARCH_MORE={
  places: [], answers: [], counts: [], homes: [], unlike: {},
  alphabet: "", names: "", paths: "", said: "", where: ""};"""


@dataclass(frozen=True)
class Load:
    """What a way of searching loads: its scripts (the last may hold the index), in order."""

    name: str
    scripts: tuple[str, ...]

    @property
    def kilobytes(self) -> float:
        """Return the bytes on the wire, in kB (1,000), gzip -9."""
        return sum(len(gzip.compress(text.encode(), 9)) for text in self.scripts) / 1000


def main() -> None:
    """Print a table for each number of matters."""
    options = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    options.add_argument("--rounds", type=int, default=5)
    options.add_argument("--ours", action="store_true", help="leave the libraries out")
    chosen = options.parse_args()
    rounds = chosen.rounds
    site = _site()
    places = places_to_choose(site)
    real = matters(site)
    queries = YAML(typ="safe").load((ROOT / "tests/site/queries.yaml").read_text("utf-8"))
    with tempfile.TemporaryDirectory() as folder, launched() as browser:
        libraries = {} if chosen.ours else _libraries(Path(folder))
        for entries in (real, [*real, *made_up(real, 1500 - len(real))]):
            wanted = [[case["q"], _ids(entries, case["want"])] for case in queries]
            asked = [pair for pair in wanted if pair[1]]
            print(
                f"\n{len(entries)} matters, {len(asked)} queries, CPU slowed {SLOWED} times, {rounds} rounds"
            )
            print(f"{'':12}{'kB gzip':>9}{'ready':>8}{'key':>8}{'p95':>8}{'found':>8}")
            # What only a city or below has stands in the second script, which the first answer does not wait for.
            own = matters_script([entry for entry in entries if met_first(entry, places)], places, [])
            matcher = static_files()["assets/search-match.js"].decode()
            loads = [Load("ours", (matcher, own))]
            loads += [
                Load(name, (source, _prebuilt(browser, name, source, entries)))
                for name, source in libraries.items()
            ]
            for load in loads:
                _report(load, [_measure(browser, load, asked) for _ in range(rounds)])
            # With the real matters the whole site's index is loaded; the second script fits no made-up ones.
            index = (search_index(site), search_more(site)) if entries is real else (own, EMPTY)
            texts = [str(query) for query, _ in asked]
            typed = [_typed(browser, index, texts) for _ in range(rounds)]
            for key in ("answered", "painted"):
                middle, late = (
                    statistics.median(one[f"{key} {part}"] for one in typed) for part in ("p50", "p95")
                )
                print(f"{key}: median {middle:.1f} ms, p95 {late:.1f} ms", flush=True)


def _site() -> Site:
    catalogue = check_catalogue(ROOT / "catalog").catalogue
    on = date(2026, 11, 24)
    return Site(catalogue, resolve_tree(catalogue, on), on, {})


def _ids(entries: Iterable[Entry], want: str) -> list[str]:
    """Return the ids of the matters that answer a query."""
    return [
        f"{entry.kind}/{entry.path}"
        for entry in entries
        if any(part in name for part in want.split("|") for name in entry.all_names())
    ]


def made_up(real: list[Entry], count: int) -> list[Entry]:
    """Return `count` matters shaped as real ones, their names walked over the real pairs of characters."""
    chance = random.Random(2022)
    follow: Mapping[str, list[str]] = defaultdict(list)
    words: list[str] = []
    for entry in real:
        words += entry.path.split("-")
        for name in entry.all_names():
            for before, after in zip(f"^{name}", f"{name}$", strict=True):
                follow[before].append(after)

    def named(length: int) -> str:
        made = ""
        while len(made) < length:
            after = chance.choice(follow[made[-1:] or "^"])
            made += after if after != "$" else chance.choice(follow["^"])
        return made

    found: list[Entry] = []
    taken = {(entry.kind, entry.path) for entry in real}
    for _ in range(count):
        model = chance.choice(real)
        path = "-".join(chance.choice(words) for _ in model.path.split("-"))
        names = [named(len(one)) for one in model.names]
        # Real ids have no numbers, so a made-up one has one only where it is taken.
        path += f"-{len(found)}" if (model.kind, path) in taken else ""
        taken.add((model.kind, path))
        found.append(replace(model, path=path, names=names, unlike={}))
    return sorted(found, key=lambda entry: (entry.kind, entry.path))


def _libraries(folder: Path) -> dict[str, str]:
    """Return each library's script, fetched with npm."""
    found = {}
    for name, (package, path) in LIBRARIES.items():
        subprocess.run(["npm", "install", "--silent", "--prefix", str(folder), package], check=True)
        found[name] = (folder / "node_modules" / package.rpartition("@")[0] / path).read_text("utf-8")
    return found


def _records(entries: Iterable[Entry]) -> list[Json]:
    """Return [id, names, pinyin of the names, initials] of each matter."""
    rows: list[Json] = []
    for entry in entries:
        names = list(dict.fromkeys(entry.all_names()))
        spelt = [pinyin(name) for name in names]
        joined: list[Json] = [
            f"{entry.kind}/{entry.path}",
            list(names),
            [one.replace(" ", "") for one in spelt],
            ["".join(word[0] for word in one.split()) for one in spelt],
        ]
        rows.append(joined)
    return rows


def _page(browser: Browser, *scripts: str) -> Page:
    """Return a page with the harness and scripts, its CPU slowed."""
    page = browser.new_page()
    page.set_content("<!doctype html><title>x</title>")
    page.add_script_tag(content=HARNESS.read_text("utf-8"))
    for text in scripts:
        page.add_script_tag(content=text)
    page.context.new_cdp_session(page).send("Emulation.setCPUThrottlingRate", {"rate": SLOWED})
    return page


def _prebuilt(browser: Browser, name: str, source: str, entries: list[Entry]) -> str:
    """Return a library's index as a script: exported where the library can, else its records."""
    page = _page(browser, source)
    index: str = page.evaluate(
        "([name, records]) => window.harness.build(name, records)", [name, _records(entries)]
    )
    page.close()
    return f"window.PREBUILT={index};"


def _measure(browser: Browser, load: Load, asked: list[list[object]]) -> dict[str, float]:
    page = _page(browser)
    found: dict[str, float] = page.evaluate(
        "([name, scripts, asked]) => window.harness.measure(name, scripts, asked)",
        [load.name, list(load.scripts), asked],
    )
    page.close()
    return found


def _typed(browser: Browser, index: tuple[str, str], queries: list[str]) -> dict[str, float]:
    """Type every beginning of every query into the site's field, in a page of its own."""
    field = environment().get_template("_parts.html").make_module({"up": ""}).search("")  # type: ignore[attr-defined]
    files = {
        **static_files(),
        "assets/search-index.js": index[0].encode(),
        "assets/search-more.js": index[1].encode(),
        "": (
            "<!doctype html><html lang=zh-Hans class=qd-js><title>x</title>"
            "<link rel=stylesheet href=assets/qingdan.css>"
            f"<body class=md-typeset>{field}<script src=assets/search.js></script>"
        ).encode(),
    }

    def serve(route: Route) -> None:
        path = route.request.url.removeprefix("http://site.test/")
        kind = {".js": "text/javascript", ".css": "text/css"}.get(Path(path).suffix, "text/html")
        route.fulfill(body=files.get(path, b""), content_type=f"{kind}; charset=utf-8")

    page = browser.new_page(viewport={"width": 360, "height": 740})
    page.route("**/*", serve)
    page.goto("http://site.test/")
    page.add_script_tag(content=HARNESS.read_text("utf-8"))
    page.context.new_cdp_session(page).send("Emulation.setCPUThrottlingRate", {"rate": SLOWED})
    found: dict[str, float] = page.evaluate("queries => window.harness.type(queries)", queries)
    page.close()
    return found


def _report(load: Load, rounds: list[dict[str, float]]) -> None:
    median: Callable[[str], float] = lambda key: statistics.median(one[key] for one in rounds)  # noqa: E731
    print(
        f"{load.name:12}{load.kilobytes:9.1f}{median('ready'):8.1f}{median('key'):8.2f}{median('p95'):8.1f}"
        f"{100 * median('found'):7.1f}%",
        flush=True,
    )


if __name__ == "__main__":
    main()
