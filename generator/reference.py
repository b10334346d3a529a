"""Write the reference pages, made from the code: `python -m generator.reference docs`.

findings.md from the table of codes, rules.md and rules/ from the rules' manuals, fields.md from the schemas,
clauses.md from the Opinion and the manuals.
"""

import sys
from collections.abc import Callable
from functools import partial
from pathlib import Path

from generator.clauses_page import clauses_page
from generator.codes import CODES
from generator.fields_page import fields_page
from generator.rules_page import FAMILIES, GROUPS, cell, manual_of, manuals_page, rules_page

_SEVERITIES = {"error": "错误", "warning": "警告", "note": "提示"}


def findings_page() -> str:
    """Return the Markdown page: one table a group, one row a code."""
    lines = [
        "# 检查结果的含义",
        "",
        "`qingdan check` 的每条结果写明文件、行、列、代码和改法。错误会让这个文件不进目录，警告和提示不会。",
        "花括号处是具体的值。本页由程序的代码表生成。",
    ]
    for letter, title in GROUPS.items():
        if not any(code.startswith(letter) for code in CODES):
            continue
        lines += [
            "",
            f"## {letter} {title} {{ #{letter.lower()} }}",
            "",
            "| 代码 | 级别 | 说的是 | 改法 |",
            "|---|---|---|---|",
        ]
        for code, row in CODES.items():
            if code.startswith(letter):
                severity = _SEVERITIES[row.severity.value]
                lines.append(f"| {_linked(code)} | {severity} | {cell(row.zh)} | {cell(row.cure_zh)} |")
    return "\n".join(lines) + "\n"


def _linked(code: str) -> str:
    """Return a code, with a link to its manual if it has one."""
    manual = manual_of(code)
    return f"[{code}]({manual}){{.qd-press}}" if manual else code


PAGES: dict[str, Callable[[], str]] = {
    "findings.md": findings_page,
    "rules.md": rules_page,
    **{f"rules/{letter.lower()}.md": partial(manuals_page, letter) for letter in FAMILIES},
    "fields.md": fields_page,
    "clauses.md": clauses_page,
}

if __name__ == "__main__":
    for name, page in PAGES.items():
        file = Path(sys.argv[1]) / name
        file.parent.mkdir(exist_ok=True)
        file.write_text(page(), "utf-8")
