"""Findings for machines, with hostile text in them."""

import json
from pathlib import Path
from xml.etree import ElementTree

from generator.codes import finding
from generator.findings import Position
from generator.report.machine import as_github, as_gitlab, as_json, as_junit, as_sarif
from tests.small import certificate, checked

EVIL = 'x::error::%0A<&>"\n\x1b[31m'
FOUND = (
    finding(
        "S105",
        Position("catalog/a.yaml", 3, 7, 3, 12),
        key="name",
        value=EVIL,
        description="名称",
        pattern="^a$",
    ),
    finding("X115", Position("catalog/b,c.yaml", 1, 1), law="某法", seen="2025"),
)


def test_json_has_every_part() -> None:
    first, second = json.loads(as_json(FOUND, "zh"))
    assert (first["file"], first["line"], first["column"]) == ("catalog/a.yaml", 3, 7)
    assert (first["end_line"], first["end_column"], first["severity"]) == (3, 12, "error")
    assert second["end_line"] is None and second["severity"] == "note"
    assert EVIL.partition("\n")[0] in first["message"]


def test_an_annotation_is_one_line_that_no_text_can_leave() -> None:
    lines = as_github(FOUND, "zh").split("\n")
    assert len(lines) == 2
    assert lines[0].startswith("::error file=catalog/a.yaml,line=3,col=7,endLine=3,endColumn=12,title=S105::")
    assert "%250A" in lines[0]
    assert lines[1].startswith("::notice file=catalog/b%2Cc.yaml,line=1,col=1,title=X115::")


def test_gitlab_gets_the_line_the_severity_and_a_fingerprint_of_its_own() -> None:
    first, second = json.loads(as_gitlab(FOUND, "zh"))
    assert first["location"] == {"path": "catalog/a.yaml", "lines": {"begin": 3}}
    assert (first["severity"], second["severity"], first["check_name"]) == ("blocker", "info", "S105")
    assert len({first["fingerprint"], second["fingerprint"]}) == 2


def test_sarif_names_the_rules_and_places() -> None:
    run = json.loads(as_sarif(FOUND, "en"))["runs"][0]
    assert [rule["id"] for rule in run["tool"]["driver"]["rules"]] == ["S105", "X115"]
    assert [result["ruleIndex"] for result in run["results"]] == [0, 1]
    assert [result["level"] for result in run["results"]] == ["error", "note"]
    assert run["results"][0]["message"]["text"].endswith(". it must match ^a$")
    region = run["results"][0]["locations"][0]["physicalLocation"]["region"]
    assert region == {"startLine": 3, "startColumn": 7, "endLine": 3, "endColumn": 12}


def test_junit_fails_the_files_with_errors() -> None:
    suite = ElementTree.fromstring(as_junit(FOUND, "zh"))
    assert (suite.get("tests"), suite.get("failures")) == ("2", "1")
    assert [case.get("name") for case in suite] == ["catalog/a.yaml", "catalog/b,c.yaml"]
    assert suite[0][0].tag == "failure" and suite[1][0].tag == "system-out"


def test_a_finding_spans_the_value(tmp_path: Path) -> None:
    result = checked(tmp_path, {"national/certificates/a.yaml": certificate("forbidden")})
    position = result.findings[0].position
    assert (position.line, position.column, position.end_line, position.end_column) == (9, 14, 9, 23)
