"""Work spread over processes: the results are those of one process, in the same order."""

import gc
import multiprocessing
import os
import sys
import threading
from collections.abc import Callable, Sequence
from typing import Any, TypeVar

T = TypeVar("T")

# What the forked workers run: they share the memory of the process that forks them, so nothing is sent to them.
_tasks: Sequence[Callable[[], object]] = ()


def workers() -> int:
    """Return how many processes are worth having: one a core where forking is safe, one elsewhere."""
    return (os.cpu_count() or 1) if sys.platform == "linux" else 1


def spread(tasks: Sequence[Callable[[], T]], processes: int) -> list[T]:
    """Return the results of `tasks`, run in up to `processes` processes; put the longest first.

    A program with threads keeps to one process: their locks would stay locked in a fork. An exception of a task is
    raised here.
    """
    global _tasks  # noqa: PLW0603 -- the only way to hand a forked worker what cannot be pickled
    if processes < 2 or len(tasks) < 2 or threading.active_count() > 1:
        return [task() for task in tasks]
    _tasks = tasks
    gc.freeze()  # or the workers' collector would copy every page it looks at
    try:
        with multiprocessing.get_context("fork").Pool(min(processes, len(tasks))) as pool:
            return pool.map(_run, range(len(tasks)), chunksize=1)
    finally:
        gc.unfreeze()
        _tasks = ()


def _run(index: int) -> Any:
    return _tasks[index]()
