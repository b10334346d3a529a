"""Time whole builds as processes, with and without a warm cache: `python benchmarks/build_times.py [RUNS]`.

Prints the median of each and their ratio. Nothing is judged; tests never time.
"""

import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).parents[1]


def once(work: Path) -> float:
    """Return the seconds of one `qingdan build` in `work`."""
    command = [
        sys.executable,
        "-m",
        "generator",
        "build",
        "--catalog",
        str(ROOT / "catalog"),
        "--on",
        "2026-11-24",
    ]
    start = time.perf_counter()
    subprocess.run(command, cwd=work, check=True, capture_output=True)
    return time.perf_counter() - start


def main(runs: int) -> None:
    """Run cold and warm in turn, so that a drift of the machine meets both."""
    cold, warm = [], []
    with tempfile.TemporaryDirectory() as folder:
        work = Path(folder)
        for _ in range(runs):
            shutil.rmtree(work / ".cache", ignore_errors=True)
            cold.append(once(work))
            warm.append(once(work))
    ratio = statistics.median(c / w for c, w in zip(cold, warm, strict=True))
    print(
        f"cold {statistics.median(cold):.1f} s, warm {statistics.median(warm):.1f} s, ratio {ratio:.2f} ({runs} runs)"
    )


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 5)
