"""Every command of `qingdan --help`, over hostile catalogues and with hostile arguments, ends well."""

import json
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.hostile.commands import SECONDS, TREES, leaves

ROOT = Path(__file__).parents[2]
_OTHER_THAN_PRINTABLE = (
    "\n\u3000\u180e\u180b\u200c\u202f"  # blanks of Chinese, joiners of Mongolian and Uyghur letters
)
_MARKUP = re.compile(r"<\s*/?\s*[a-z!?]|\]\(\s*(?:javascript|data|vbscript):", re.IGNORECASE)


@pytest.fixture(scope="module")
def calls() -> list[dict[str, Any]]:
    done = subprocess.run(
        [sys.executable, "-m", "tests.hostile.commands"], cwd=ROOT, capture_output=True, text=True, check=True
    )
    return [json.loads(line) for line in done.stdout.splitlines()]


def _named(call: dict[str, Any]) -> str:
    return f"{call['tree']}: {' '.join(call['call'])!a}: {call['said']!a}"[:600]


def test_every_command_is_called_over_every_tree(calls: list[dict[str, Any]]) -> None:
    wanted = {(tree, name) for tree in TREES for name, _ in leaves()}
    assert wanted == {(call["tree"], call["command"]) for call in calls}


def test_every_call_ends_with_a_status_of_its_own_within_its_limits(calls: list[dict[str, Any]]) -> None:
    assert not [_named(call) for call in calls if call["status"] or call["seconds"] > SECONDS]
    assert not [_named(call) for call in calls if call["said"][1] or call["said"][0] not in ("0", "1", "2")]


def test_wrong_use_says_what_is_wrong_and_nothing_else(calls: list[dict[str, Any]]) -> None:
    wrong = [call for call in calls if call["said"][0] == "2"]
    assert not [_named(call) for call in wrong if call["said"][2] or "错误：" not in call["said"][3]]


def test_nothing_that_is_said_moves_a_cursor_or_commands_a_log(calls: list[dict[str, Any]]) -> None:
    for call in calls:
        for said in call["said"][2:]:
            assert not {c for c in said if not c.isprintable()} - set(_OTHER_THAN_PRINTABLE), _named(call)
            if "github" not in call["call"]:
                assert not re.search(r"^\s*(::|##\[)", said, re.MULTILINE), _named(call)


def test_markdown_holds_no_markup_of_the_catalogue(calls: list[dict[str, Any]]) -> None:
    written = [call for call in calls if "markdown" in call["call"]]
    assert written
    assert not [_named(call) for call in written if _MARKUP.search(call["said"][2])]


def test_json_is_whole(calls: list[dict[str, Any]]) -> None:
    forms = {"json", "sarif", "gitlab"}
    written = [call for call in calls if forms & set(call["call"]) and call["said"][0] != "2"]
    assert len(written) > 20
    for call in written:
        json.loads(call["said"][2])


def test_a_call_that_fails_changes_no_file(calls: list[dict[str, Any]]) -> None:
    failed = [call for call in calls if call["said"][0] != "0" and "--fix" not in call["call"]]
    assert len(failed) > 100
    assert not [(_named(call), call["changed"]) for call in failed if call["changed"]]


def test_mending_changes_the_files_it_names_and_no_others(calls: list[dict[str, Any]]) -> None:
    mended = [call for call in calls if "--fix" in call["call"] and call["changed"]]
    assert mended
    for call in mended:
        named = {line.removeprefix("改好 ").split(":")[0] for line in call["said"][3].splitlines()}
        assert set(call["changed"]) == named, _named(call)


def test_no_hostile_argument_comes_into_a_file(calls: list[dict[str, Any]]) -> None:
    hostile = [call for call in calls if any("\u202e" in part for part in call["call"])]
    assert len(hostile) > 30
    assert not [_named(call) for call in hostile if call["changed"]]
