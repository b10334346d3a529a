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
    accepted = "已接受（{on}）：{reason}" if lang == "zh" else "accepted on {on}: {reason}"
    for found in findings:
        severity = _SEVERITIES[found.severity][lang]
        yield f"{found.position} {found.code} {severity} {found.message.say(lang)}"
        if found.accepted:
            yield f"    {accepted.format(on=found.accepted.on, reason=found.accepted.reason)}"
        else:
            yield f"    {mend}{found.cure.say(lang)}"


def summary(findings: Iterable[Finding], files: int, lang: Lang) -> str:
    """Return the closing line: files read, errors, warnings, and where there are any, notes and what is accepted."""
    every = list(findings)
    listed = [found for found in every if not found.accepted]
    accepted = len(every) - len(listed)
    errors = sum(f.severity is Severity.ERROR for f in listed)
    warnings = sum(f.severity is Severity.WARNING for f in listed)
    notes = len(listed) - errors - warnings
    if lang == "en":
        more = f"; {notes} notes (--notes)" if notes else ""
        more += f"; {accepted} accepted by their files (--notes)" if accepted else ""
        return f"{files} files checked: {errors} errors, {warnings} warnings{more}"
    more = f"；{notes} 条提示（--notes 看）" if notes else ""
    more += f"；{accepted} 条由文件写明接受（--notes 看）" if accepted else ""
    return f"检查了 {files} 个文件：{errors} 个错误，{warnings} 个警告{more}"
