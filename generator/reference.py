"""Write the page of finding codes from their table: `python -m generator.reference docs/findings.md`."""

import sys
from pathlib import Path

from generator.codes import CODES

_GROUPS = {
    "Y": "文件写法（YAML）", "U": "文字", "S": "字段", "X": "引用和文件", "D": "日期", "I": "上下级",
    "B": "依据", "C": "证明事项",
}  # fmt: skip
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
        lines += ["", f"## {letter} {title}", "", "| 代码 | 级别 | 说的是 | 改法 |", "|---|---|---|---|"]
        for code, row in CODES.items():
            if code.startswith(letter):
                severity = _SEVERITIES[row.severity.value]
                lines.append(f"| {code} | {severity} | {_cell(row.zh)} | {_cell(row.cure_zh)} |")
    return "\n".join(lines) + "\n"


def _cell(text: str) -> str:
    return text.replace("|", "\\|").replace("<", "&lt;")


if __name__ == "__main__":
    Path(sys.argv[1]).write_text(findings_page(), "utf-8")
