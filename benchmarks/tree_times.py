"""Time the directories of a whole made-up tree: 3,000 places, 300 items, on one core; and the memory they take.

Run: python -m benchmarks.tree_times [--runs 5]. Figures are whole-process medians: each run is a process of its own
that loads the same files, so start-up and reading are in `whole` and only resolving in `resolve`.
"""

import argparse
import json
import resource
import statistics
import subprocess
import sys
import time
from datetime import date

from generator.catalogue import load_catalogue
from generator.reading.yaml_reader import read_yaml
from generator.resolve import resolve_tree

PROVINCES, CITIES, COUNTIES = 30, 9, 10  # 30 + 270 + 2,700 places, with the nation 3,001
ITEMS = 300
SPEAKING = 10  # every tenth place changes this many items


def files(speak: bool) -> dict[str, str]:
    """Return the YAML files of the tree; with `speak`, every tenth place changes ten items."""
    found = {"national/place.yaml": "name: 全国\nlevel: nation\nformat: 2\n"}
    notice = 'title: 通知\nkind: department_document\ncopy: primary\nread: full\nissued: "2020-01-01"\n'
    found["national/sources/notice.yaml"] = notice
    for number in range(ITEMS):
        found[f"national/certificates/item-{number}.yaml"] = (
            f"name: 证明{number}\naliases: [别名{number}]\nsource: notice\nbasis:\n  - {{id: list, source: notice}}\n"
            "cases:\n  - id: default\n    for: [village]\n    verdict: unknown\n    instead:\n"
            "      - {id: show, do: 出示证件}\n    basis: [list]\n"
        )
    places = [(path, level) for p in range(PROVINCES) for path, level in _province(p)]
    for number, (path, level) in enumerate(places):
        found[f"{path}/place.yaml"] = f"name: 地方{number}\nlevel: {level}\n"
        if speak and number % SPEAKING == 0:
            found[f"{path}/sources/local.yaml"] = notice
            for item in range(number % ITEMS, min(number % ITEMS + SPEAKING, ITEMS)):
                found[f"{path}/certificates/item-{item}.yaml"] = (
                    "adjusts: national\nchanges:\n"
                    f'  - {{from: "2021-01-01", source: local, add: {{aliases: [本地{number}]}}}}\n'
                )
    return found


def _province(p: int) -> list[tuple[str, str]]:
    found = [(f"p{p}", "province")]
    for c in range(CITIES):
        found.append((f"p{p}/c{c}", "city"))
        found += [(f"p{p}/c{c}/k{k}", "county") for k in range(COUNTIES)]
    return found


def once(speak: bool) -> dict[str, float]:
    """Load and resolve the tree in this process."""
    started = time.perf_counter()
    texts = files(speak)
    documents = [read_yaml(text.encode(), f"catalog/{name}") for name, text in texts.items()]
    catalogue, findings = load_catalogue(documents, "catalog")  # type: ignore[arg-type]
    assert not findings, findings[:3]
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    loaded = time.perf_counter()
    tree = resolve_tree(catalogue, date(2026, 1, 1))
    done = time.perf_counter()
    after = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    assert sum(len(d.items) for d in tree.values()) == len(tree) * ITEMS
    return {
        "places": len(tree), "files": len(texts), "whole": done - started, "resolve": done - loaded,
        "megabytes": (after - before) / 1024,
    }  # fmt: skip


def main() -> None:
    """Print the medians of several processes, of a silent and of a speaking tree."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--once", choices=["silent", "speaking"])
    asked = parser.parse_args()
    if asked.once:
        print(json.dumps(once(asked.once == "speaking")))
        return
    for tree in ("silent", "speaking"):
        runs = [
            json.loads(
                subprocess.check_output([sys.executable, "-m", "benchmarks.tree_times", "--once", tree])
            )
            for _ in range(asked.runs)
        ]
        medians = {key: statistics.median(run[key] for run in runs) for key in runs[0]}
        print(
            f"{tree}: {medians['places']:.0f} places, {ITEMS} items, {medians['files']:.0f} files: "
            f"resolve {medians['resolve']:.2f} s, {medians['megabytes']:.0f} MB more; whole {medians['whole']:.1f} s"
        )


if __name__ == "__main__":
    main()
