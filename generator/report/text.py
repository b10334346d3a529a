"""Findings as lines of text: `file:line:column CODE severity message`, and the cure on the next line."""

from collections.abc import Iterable, Iterator

from generator.findings import Finding, Lang, Severity

_SEVERITIES = {
    Severity.ERROR: {"zh": "错误", "en": "error"},
    Severity.WARNING: {"zh": "警告", "en": "warning"},
    Severity.NOTE: {"zh": "提示", "en": "note"},
}


def lines(findings: Iterable[Finding], lang: Lang) -> Iterator[str]:
    """Yield two lines a finding."""
    mend = "改法：" if lang == "zh" else "mend: "
    for found in findings:
        severity = _SEVERITIES[found.severity][lang]
        yield f"{found.position} {found.code} {severity} {found.message.say(lang)}"
        yield f"    {mend}{found.cure.say(lang)}"


def summary(findings: Iterable[Finding], files: int, lang: Lang) -> str:
    """Return the closing line: files read, errors, warnings, and notes where there are any."""
    listed = list(findings)
    errors = sum(f.severity is Severity.ERROR for f in listed)
    warnings = sum(f.severity is Severity.WARNING for f in listed)
    notes = len(listed) - errors - warnings
    if lang == "en":
        more = f"; {notes} notes (--notes)" if notes else ""
        return f"{files} files checked: {errors} errors, {warnings} warnings{more}"
    more = f"；{notes} 条提示（--notes 看）" if notes else ""
    return f"检查了 {files} 个文件：{errors} 个错误，{warnings} 个警告{more}"
