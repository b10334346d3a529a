"""The page of the Opinion's sentences, docs/clauses.md: which codes see to each, and a real sample of each code."""

from generator.clauses import CLAUSES, OPINION
from generator.rules import rule_of


def clauses_page() -> str:
    """Return the Markdown page of the Opinion: one row a sentence, with the codes that see to it and a real sample."""
    kept = sum(1 for clause in CLAUSES if clause.codes)
    codes = {code for clause in CLAUSES for code in clause.codes}
    lines = [
        "# 意见的每一条由哪条规则管",
        "",
        f"{OPINION}《关于规范村级组织工作事务、机制牌子和证明事项的意见》逐句（自己的话）对到检查的代码。",
        f"共{len(CLAUSES)}句：{kept}句有规则，{len(codes)}个代码；"
        f"其余{len(CLAUSES) - kept}句数据里看不出来，写明为什么。",
        "样本是目录里真实文件的一处改动（几行的只写第一行），改了就报这个代码。",
        "各代码的手册见 [rules.md](rules.md)。",
        "本页由程序生成。",
        "",
        "| 条款 | 说的是 | 代码 | 样本 |",
        "|---|---|---|---|",
    ]
    for clause in CLAUSES:
        rows = [(code, _sample(code)) for code in clause.codes] or [("没有", clause.reason)]
        for number, (code, sample) in enumerate(rows):
            head = (clause.point, _cell(clause.says)) if number == 0 else ("", "")
            lines.append(f"| {head[0]} | {head[1]} | {code} | {sample} |")
    return "\n".join(lines) + "\n"


def _sample(code: str) -> str:
    """Write the example of a code: its file, the first line taken out and the first put in."""
    rule = rule_of(code)
    edit = rule.example_of(code) if rule is not None else None
    if edit is None:
        return f"见 {', '.join(rule.codes)} 的手册" if rule is not None else ""
    changed = [line for line in edit.new if line not in edit.old]
    new = f"`{_cell(changed[0].strip())}`" if changed else ""
    if edit.old == ("(end)",):
        return f"`{edit.file}`：文件末尾加 {new}"
    gone = next((line for line in edit.old if line not in edit.new), None)
    old = f"`{_cell(gone.strip())}`" if gone else ""
    verb = "改成" if old and new else "删去" if old else "加上"
    return f"`{edit.file}`：{f'{old} {verb} {new}' if old and new else f'{verb} {old or new}'}"


def _cell(text: str) -> str:
    return text.replace("|", "\\|").replace("<", "&lt;")
