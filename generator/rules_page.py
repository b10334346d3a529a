"""The rules' manuals as pages: docs/rules.md names every rule, docs/rules/<letter>.md has the manuals of a family."""

import re
from textwrap import dedent

from generator.rules import MANUALS, Rule, rule_of

GROUPS = {
    "Y": "文件写法（YAML）", "U": "文字", "S": "字段", "X": "引用和文件", "D": "日期", "I": "上下级",
    "W": "表格（xlsx、csv）", "B": "依据", "T": "任务和申请", "F": "报表和数字", "M": "工作机制", "G": "标牌",
    "C": "证明事项",
}  # fmt: skip
FAMILIES = tuple(letter for letter in GROUPS if any(rule.title[0] == letter for rule in MANUALS))
_ATTRIBUTES = re.compile(r"^\{|\{(?=[^{}]*\}$)")


def cell(text: str) -> str:
    """Escape a table's cell; braces at its start or end would be read as a list of attributes."""
    return _ATTRIBUTES.sub(r"\\{", text.replace("|", "\\|").replace("<", "&lt;"))


def manual_of(code: str) -> str:
    """Return the address, from docs/, of the manual of a code; empty for one that no rule gives."""
    rule = rule_of(code)
    return f"rules/{rule.title[0].lower()}.md#{_anchor(rule)}" if rule else ""


def rules_page() -> str:
    """Return the Markdown page that names every rule and leads to its manual."""
    lines = [
        "# 规则手册",
        "",
        "What a schema cannot say is a rule: one module under `generator/rules/`, with its manual. `qingdan rule C101`",
        "prints one. Each example is one edit of a real file of the catalogue, and the tests make it. Made from the",
        "manuals.",
    ]
    for letter in FAMILIES:
        lines += ["", f"## {letter} {GROUPS[letter]} {{ #{letter.lower()} }}", ""]
        for rule in _family(letter):
            codes, title = _named(rule)
            place = f"rules/{letter.lower()}.md#{_anchor(rule)}"
            lines.append(f"- [{codes}]({place}){{ .qd-press #{_anchor(rule)} }} {cell(title)}")
    return "\n".join(lines) + "\n"


def manuals_page(letter: str) -> str:
    """Return the Markdown page of a family: one manual a section, in the order of the codes."""
    lines = [
        f"# 规则 {letter}：{GROUPS[letter]}",
        "",
        "[全部规则](../rules.md){.qd-press} · [检查结果的含义](../findings.md){.qd-press}",
    ]
    for rule in _family(letter):
        codes, title = _named(rule)
        lines += ["", f"## {codes} {{ #{_anchor(rule)} }}", "", title]
        for head, text in rule.sections.items():
            body = dedent(text if text.startswith("    ") else f"    {text}")
            if head == "Example":
                lines += ["", "**Example**", "", "```diff", body.strip("\n"), "```"]
            else:
                lines += ["", f"**{head}**: {cell(' '.join(body.split()))}"]
    return "\n".join(lines) + "\n"


def _family(letter: str) -> list[Rule]:
    return [rule for rule in MANUALS if rule.title[0] == letter]


def _named(rule: Rule) -> tuple[str, str]:
    """Return a rule's codes and what it finds, as a sentence."""
    codes, _, title = rule.title.partition(": ")
    return codes, f"{title[0].upper()}{title[1:]}."


def _anchor(rule: Rule) -> str:
    return "-".join(rule.codes).lower()
