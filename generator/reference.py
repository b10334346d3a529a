"""Write the reference pages, made from the code: `python -m generator.reference docs`.

findings.md from the table of codes, rules.md from the rules' manuals, fields.md from the schemas,
clauses.md from the Opinion and the manuals.
"""

import re
import sys
from pathlib import Path
from textwrap import dedent

from generator.clauses_page import clauses_page
from generator.codes import CODES
from generator.fields_page import fields_page
from generator.rules import RULES

_GROUPS = {
    "Y": "文件写法（YAML）", "U": "文字", "S": "字段", "X": "引用和文件", "D": "日期", "I": "上下级",
    "W": "表格（xlsx、csv）", "B": "依据", "T": "任务和申请", "F": "报表和数字", "M": "工作机制", "G": "标牌",
    "C": "证明事项",
}  # fmt: skip
_ATTRIBUTES = re.compile(r"^\{|\{(?=[^{}]*\}$)")
_SEVERITIES = {"error": "错误", "warning": "警告", "note": "提示"}


def findings_page() -> str:
    """Return the Markdown page: one table a group, one row a code."""
    lines = [
        "# 检查结果的含义",
        "",
        "`qingdan check` 的每条结果写明文件、行、列、代码和改法。错误会让这个文件不进目录，警告和提示不会。",
        "花括号处是具体的值。本页由程序的代码表生成。",
    ]
    for letter, title in _GROUPS.items():
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
                lines.append(f"| {code} | {severity} | {_cell(row.zh)} | {_cell(row.cure_zh)} |")
    return "\n".join(lines) + "\n"


def _cell(text: str) -> str:
    """Escape a table's cell; braces at its start or end would be read as a list of attributes."""
    return _ATTRIBUTES.sub(r"\\{", text.replace("|", "\\|").replace("<", "&lt;"))


def rules_page() -> str:
    """Return the Markdown page of the rules: one manual a section, in the order of the codes."""
    lines = [
        "# Rules",
        "",
        "What a schema cannot say is a rule: one module under `generator/rules/`, with its manual. `qingdan rule C101`",
        "prints one. Each example is one edit of a real file of the catalogue, and the tests make it. Made from the",
        "manuals.",
    ]
    for rule in RULES:
        codes, _, title = rule.title.partition(": ")
        lines += ["", f"## {codes}", "", f"{title[0].upper()}{title[1:]}."]
        for head, text in rule.sections.items():
            body = dedent(text if text.startswith("    ") else f"    {text}")
            if head == "Example":
                lines += ["", "**Example**", "", "```diff", body.strip("\n"), "```"]
            else:
                lines += ["", f"**{head}**: {_cell(' '.join(body.split()))}"]
    return "\n".join(lines) + "\n"


PAGES = {
    "findings.md": findings_page,
    "rules.md": rules_page,
    "fields.md": fields_page,
    "clauses.md": clauses_page,
}

if __name__ == "__main__":
    for name, page in PAGES.items():
        (Path(sys.argv[1]) / name).write_text(page(), "utf-8")
