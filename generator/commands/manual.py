"""Show a rule's manual, or what a code of the reader, the schema or the fold says."""

import click

from generator.codes import CODES
from generator.rules import RULES, rule_of


@click.command()
@click.argument("code", required=False)
def rule(code: str | None) -> None:
    """写出一条检查的说明（英文手册）；不写代码就列出全部。"""
    if code is None:
        for known in RULES:
            click.echo(known.title)
        return
    wanted = code.upper()
    if wanted not in CODES:
        raise click.UsageError(f"没有代码“{code}”；全部代码见 docs/findings.md")
    row = CODES[wanted]
    click.echo(f"{wanted} {row.zh}\n    改法：{row.cure_zh}\n")
    found = rule_of(wanted)
    click.echo(
        found.manual if found else "由读文件、格式或者计算目录时给出，没有单独的手册；见 docs/fold.md。"
    )
