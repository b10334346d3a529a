"""Every hostile case ends in its findings at their places, within two seconds and 300 MB."""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.hostile.bounded import MEMORY, SECONDS

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def results() -> list[dict[str, Any]]:
    done = subprocess.run(
        [sys.executable, "-m", "tests.hostile.bounded"], cwd=ROOT, capture_output=True, text=True, check=True
    )
    return [json.loads(line) for line in done.stdout.splitlines()]


def test_every_case_ends_in_its_findings_at_their_places(results: list[dict[str, Any]]) -> None:
    assert len(results) > 700
    wrong = [(r["name"], r["said"], r["wanted"]) for r in results if sorted(r["said"]) != r["wanted"]]
    assert not wrong


def test_no_case_is_ended_by_its_limits(results: list[dict[str, Any]]) -> None:
    over = [
        (r["name"], r["status"], r["seconds"], r["bytes"]) for r in results
        if r["status"] or r["seconds"] > SECONDS or r["bytes"] > MEMORY
    ]  # fmt: skip
    assert not over


def test_every_class_has_several_cases(results: list[dict[str, Any]]) -> None:
    classes = [str(r["name"]).split(":")[0] for r in results]
    assert all(classes.count(name) > 3 for name in set(classes)), classes
