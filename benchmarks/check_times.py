"""Time `qingdan check` of 3,000 item files as whole processes: cold, warm, and after edits of one file.

Run: python -m benchmarks.check_times [--runs 5]. Prints medians of seconds as a clock tells them, and of processor
seconds, which hold on a busy machine too; nothing is judged here, tests never time.
"""

import argparse
import os
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from benchmarks.large_catalogue import write

EDITED = {"an item edited": "hubei/certificates/c1.yaml", "a place edited": "hubei/place.yaml"}


def once(work: Path) -> tuple[float, float]:
    """Return the seconds and the processor seconds of one `qingdan check` in `work`."""
    start, before = time.perf_counter(), _processor()
    done = subprocess.run(
        [sys.executable, "-m", "generator", "check"],
        cwd=work, env=os.environ | {"QINGDAN_CACHE": str(work / "cache")}, capture_output=True, check=False,
    )  # fmt: skip
    assert done.returncode in (0, 1), done.stdout[-500:] + done.stderr[-500:]
    return time.perf_counter() - start, _processor() - before


def _processor() -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def main() -> None:
    """Print the medians of several runs: without a cache, with it, and with one file of 3,000 edited."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--runs", type=int, default=5)
    runs = parser.parse_args().runs
    times: dict[str, list[tuple[float, float]]] = {"cold": [], "warm": [], **{name: [] for name in EDITED}}
    with tempfile.TemporaryDirectory() as folder:
        work = Path(folder)
        files = write(work / "catalog")
        for run in range(runs):
            subprocess.run(["rm", "-rf", str(work / "cache")], check=True)
            times["cold"].append(once(work))
            times["warm"].append(once(work))
            for name, file in EDITED.items():
                edited = work / "catalog" / file
                edited.write_text(f"{edited.read_text('utf-8')}# {run}\n", "utf-8")
                times[name].append(once(work))
    medians = "; ".join(
        f"{name} {statistics.median(clock for clock, _ in found):.2f} s"
        f" ({statistics.median(used for _, used in found):.2f} s of processors)"
        for name, found in times.items()
    )
    print(f"{files} files, {os.cpu_count()} cores: {medians} ({runs} runs)")


if __name__ == "__main__":
    main()
