"""Time `qingdan check` of 3,000 item files as whole processes, cold and warm, and after an edit of one file.

Run: python -m benchmarks.check_times [--runs 5]. Prints medians; nothing is judged here, tests never time.
"""

import argparse
import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from benchmarks.large_catalogue import write


def once(work: Path) -> float:
    """Return the seconds of one `qingdan check` in `work`."""
    start = time.perf_counter()
    done = subprocess.run(
        [sys.executable, "-m", "generator", "check"],
        cwd=work, env=os.environ | {"QINGDAN_CACHE": str(work / "cache")}, capture_output=True, check=False,
    )  # fmt: skip
    assert done.returncode in (0, 1), done.stdout[-500:] + done.stderr[-500:]
    return time.perf_counter() - start


def main() -> None:
    """Print the medians of several runs: without a cache, with it, and with one file of 3,000 edited."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--runs", type=int, default=5)
    runs = parser.parse_args().runs
    times: dict[str, list[float]] = {"cold": [], "warm": [], "one file edited": []}
    with tempfile.TemporaryDirectory() as folder:
        work = Path(folder)
        files = write(work / "catalog")
        edited = work / "catalog/hubei/place.yaml"
        for run in range(runs):
            edited.write_text(f"{edited.read_text('utf-8')}# {run}\n", "utf-8")
            subprocess.run(["rm", "-rf", str(work / "cache")], check=True)
            times["cold"].append(once(work))
            times["warm"].append(once(work))
            edited.write_text(f"{edited.read_text('utf-8')}# {run}\n", "utf-8")
            times["one file edited"].append(once(work))
    medians = "; ".join(f"{name} {statistics.median(found):.2f} s" for name, found in times.items())
    print(f"{files} files, {os.cpu_count()} cores: {medians} ({runs} runs)")


if __name__ == "__main__":
    main()
