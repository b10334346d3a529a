"""Findings for machines: JSON, GitHub annotations, GitLab Code Quality, SARIF 2.1.0, JUnit XML.

Nothing of a user's text can leave its field: JSON and XML are written by their libraries, and an annotation's text is
percent-encoded as GitHub's workflow commands ask.
"""

import json
from collections.abc import Iterable
from hashlib import sha256
from urllib.parse import quote
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from generator import __version__
from generator.codes import CODES
from generator.findings import Finding, Lang, Severity
from generator.reading.document import Json
from generator.report.text import in_one

_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "note"}


def as_json(findings: Iterable[Finding], lang: Lang) -> str:
    """Return the findings as a JSON list: file, begin and end, cell of a sheet, code, severity, message, cure."""
    listed: list[Json] = [
        {
            "file": found.position.file, "line": found.position.line, "column": found.position.column,
            "end_line": found.position.end_line or None, "end_column": found.position.end_column or None,
            "cell": found.position.cell or None, "code": found.code, "severity": found.severity.value,
            "message": found.message.say(lang), "cure": found.cure.say(lang),
            "accepted": {"reason": found.accepted.reason, "on": found.accepted.on} if found.accepted else None,
        }
        for found in findings
    ]  # fmt: skip
    return json.dumps(listed, ensure_ascii=False, indent=2)


def as_github(findings: Iterable[Finding], lang: Lang) -> str:
    """Return one workflow command a finding."""
    levels = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "notice"}
    return "\n".join(
        f"::{levels[f.severity]} file={_property(f.position.file)},line={f.position.line},col={f.position.column}"
        + (f",endLine={f.position.end_line},endColumn={f.position.end_column}" if f.position.end_line else "")
        + f",title={_property(f.code)}::{_data(in_one(f, lang))}"
        for f in findings
    )


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")


def as_sarif(findings: Iterable[Finding], lang: Lang) -> str:
    """Return a SARIF log with the rules that were broken."""
    listed = list(findings)
    codes = sorted({found.code for found in listed})
    rules: list[Json] = [_sarif_rule(code, lang) for code in codes]
    results: list[Json] = [_sarif_result(found, codes, lang) for found in listed]
    driver: Json = {"name": "qingdan", "version": __version__, "rules": rules}
    log: Json = {
        "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
        "version": "2.1.0",
        "runs": [{"tool": {"driver": driver}, "columnKind": "unicodeCodePoints", "results": results}],
    }
    return json.dumps(log, ensure_ascii=False, indent=2)


def _sarif_rule(code: str, lang: Lang) -> Json:
    row = CODES.get(code)
    said = (row.zh if lang == "zh" else row.en) if row else code
    return {"id": code, "shortDescription": {"text": said}}


def _sarif_result(found: Finding, codes: list[str], lang: Lang) -> Json:
    position = found.position
    region: dict[str, Json] = {"startLine": position.line, "startColumn": position.column}
    if position.end_line:
        region |= {"endLine": position.end_line, "endColumn": position.end_column}
    place: Json = {"physicalLocation": {"artifactLocation": {"uri": quote(position.file)}, "region": region}}
    # Every result says whether it is suppressed once any does (SARIF 2.1.0, 3.27.23).
    suppressions: list[Json] = (
        [{"kind": "inSource", "justification": found.accepted.reason}] if found.accepted else []
    )
    return {
        "ruleId": found.code, "ruleIndex": codes.index(found.code), "level": _LEVELS[found.severity],
        "message": {"text": in_one(found, lang)}, "locations": [place],
        "suppressions": suppressions,
    }  # fmt: skip


def as_junit(findings: Iterable[Finding], lang: Lang) -> str:
    """Return a JUnit report: a test case a file with findings; errors fail it, the rest is its output."""
    files: dict[str, list[Finding]] = {}
    for found in findings:
        files.setdefault(found.position.file, []).append(found)
    failing = sum(any(f.severity is Severity.ERROR for f in listed) for listed in files.values())
    suite = Element("testsuite", name="qingdan check", tests=str(len(files)), failures=str(failing))
    for file, listed in files.items():
        case = SubElement(suite, "testcase", classname="catalogue", name=file)
        for one in listed:
            text = f"{one.position} {one.code} {in_one(one, lang)}"
            if one.severity is Severity.ERROR:
                SubElement(case, "failure", message=one.message.say(lang), type=one.code).text = text
            else:
                SubElement(case, "system-out").text = text
    indent(suite)
    return tostring(suite, encoding="unicode", xml_declaration=True)


def as_gitlab(findings: Iterable[Finding], lang: Lang) -> str:
    """Return a Code Quality report, which GitLab shows beside the lines of a merge request."""
    levels = {Severity.ERROR: "blocker", Severity.WARNING: "minor", Severity.NOTE: "info"}
    listed: list[Json] = [
        {
            "description": in_one(f, lang), "check_name": f.code,
            "fingerprint": sha256(f"{f.position} {f.code} {f.message.zh}".encode()).hexdigest(),
            "severity": levels[f.severity],
            "location": {"path": f.position.file, "lines": {"begin": f.position.line}},
        }
        for f in findings
    ]  # fmt: skip
    return json.dumps(listed, ensure_ascii=False, indent=2)


FORMATS = {"gitlab": as_gitlab, "json": as_json, "github": as_github, "sarif": as_sarif, "junit": as_junit}
