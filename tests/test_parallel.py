"""Work spread over processes gives what one process gives."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from generator.parallel import spread

ROOT = Path(__file__).parents[1]

# Run in a process of its own: a test's own process has threads, and then nothing is forked.
_MANY = """
import json, os
from generator.parallel import spread
print(json.dumps(spread([lambda n=n: (n, os.getpid()) for n in range(8)], 2) + [os.getpid()]))
"""
_RAISES = """
from generator.parallel import spread
def wrong():
    raise ValueError("task")
try:
    spread([wrong, lambda: 1], 2)
except ValueError as error:
    print(error)
"""
_CHECKS = """
from pathlib import Path
from generator.check import check_catalogue
one, two = (check_catalogue(Path("catalog"), processes=n) for n in (1, 2))
assert one.findings == two.findings and one.files == two.files
print(len(two.findings))
"""


def run(code: str) -> str:
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True, timeout=300
    )
    return done.stdout.strip()


def test_results_come_in_the_order_of_the_tasks() -> None:
    assert spread([lambda n=n: n for n in range(5)], 1) == [0, 1, 2, 3, 4]  # type: ignore[misc]
    *results, parent = json.loads(run(_MANY))
    assert [number for number, _ in results] == list(range(8))
    if sys.platform == "linux":
        assert parent not in {process for _, process in results}


def test_what_a_task_raises_is_raised() -> None:
    assert run(_RAISES) == "task"
    with pytest.raises(ZeroDivisionError):
        spread([lambda: 1 // 0], 1)


def test_two_processes_find_what_one_finds() -> None:
    assert int(run(_CHECKS)) > 0
