"""Findings as lines of text: `file:line:column CODE severity message`, and the cure on the next line."""

from collections.abc import Iterable, Iterator

from generator.findings import Finding, Lang, Severity

_SEVERITIES = {
    Severity.ERROR: {"zh": "错误", "en": "error"},
    Severity.WARNING: {"zh": "警告", "en": "warning"},
    Severity.NOTE: {"zh": "提示", "en": "note"},
}


def severity_word(severity: Severity, lang: Lang) -> str:
    """Return what a severity is called."""
    return _SEVERITIES[severity][lang]


def lines(findings: Iterable[Finding], lang: Lang) -> Iterator[str]:
    """Yield two lines a finding."""
    for found in findings:
        yield f"{found.position} {found.code} {severity_word(found.severity, lang)} {found.message.say(lang)}"
        yield f"    {''.join(second_line(found, lang))}"


def second_line(found: Finding, lang: Lang) -> tuple[str, str]:
    """Return the head and the words of what stands below a finding: its cure, or why its file accepts it."""
    if found.accepted:
        on = found.accepted.on
        return f"已接受（{on}）：" if lang == "zh" else f"accepted on {on}: ", found.accepted.reason
    return "改法：" if lang == "zh" else "mend: ", found.cure.say(lang)


def in_one(found: Finding, lang: Lang) -> str:
    """Return what is wrong and the cure as two sentences of one text."""
    stop = "。" if lang == "zh" else ". "
    return f"{found.message.say(lang)}{stop}{found.cure.say(lang)}"


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
