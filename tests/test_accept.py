"""Findings that a file accepts: which can be, where, and who is told."""

import json
from pathlib import Path

from generator.check import Checked
from generator.report import summary
from generator.report.machine import as_json, as_sarif
from generator.report.text import lines
from tests.small import certificate, checked, told

TWICE = """\
basis:
  - id: list
    source: notice
  - id: spare
    source: notice
    says: 又写了一遍
"""
CERTIFICATE = certificate().replace("basis:\n  - id: list\n    source: notice\n", TWICE)


def with_(tmp_path: Path, accepted: str) -> Checked:
    return checked(tmp_path, {"national/certificates/a.yaml": CERTIFICATE + accepted})


def entry(code: str, more: str = "") -> str:
    return f'accepted:\n  - code: {code}\n    reason: 正在修订\n    on: "2026-11-01"\n{more}'


def test_what_is_accepted_stays_on_record_and_quiet(tmp_path: Path) -> None:
    loud = with_(tmp_path / "a", "")
    assert told(loud) == ["national/certificates/a.yaml:6:5 B106 warning"]
    found = with_(tmp_path / "b", entry("B106")).findings
    assert [(f.code, f.quiet) for f in found] == [("B106", True)]
    assert summary(found, 8, "zh").endswith("0 个错误，0 个警告；1 条由文件写明接受（--notes 看）")
    assert list(lines(found, "zh"))[1] == "    已接受（2026-11-01）：正在修订"
    assert json.loads(as_json(found, "zh"))[0]["accepted"] == {"reason": "正在修订", "on": "2026-11-01"}
    result = json.loads(as_sarif(found, "zh"))["runs"][0]["results"][0]
    assert result["suppressions"] == [{"kind": "inSource", "justification": "正在修订"}]


def test_only_the_part_that_is_named(tmp_path: Path) -> None:
    here = with_(tmp_path / "a", entry("B106", "    at: basis.spare\n")).findings
    assert [f.quiet for f in here] == [True]
    for n, elsewhere in enumerate(("basis.list", "basis.nobody", "cases.default", "basis.7")):
        found = with_(tmp_path / str(n), entry("B106", f"    at: {elsewhere}\n"))
        assert told(found) == [
            "national/certificates/a.yaml:6:5 B106 warning",
            "national/certificates/a.yaml:15:5 X133 warning",
        ], elsewhere


def test_what_no_file_may_accept(tmp_path: Path) -> None:
    # An error of a rule, a warning of the fold, an error of the schema, and no code at all.
    for n, code in enumerate(("B101", "I105", "S101", "Z999")):
        found = with_(tmp_path / str(n), entry(code))
        assert "national/certificates/a.yaml:15:11 X132 error" in told(found), code


def test_an_error_is_never_quiet(tmp_path: Path) -> None:
    wrong = CERTIFICATE.replace("basis: [list]", "basis: [lost]")
    found = checked(tmp_path, {"national/certificates/a.yaml": wrong + entry("X108")})
    assert not any(f.quiet for f in found.findings)
    assert {f.code for f in found.findings} >= {"X108", "X132"}


def test_an_acceptance_is_not_called_needless_while_a_file_is_left_out(tmp_path: Path) -> None:
    files = {
        "national/certificates/a.yaml": certificate() + entry("B106"),
        "national/sources/x.yaml": "title: [\n",
    }
    assert told(checked(tmp_path, files)) == ["national/sources/x.yaml:2:1 Y103 error"]
