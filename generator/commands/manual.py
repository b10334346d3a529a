"""Show a rule's manual, or what a code of the reader, the schema or the fold says."""

import re
from collections.abc import Iterator
from textwrap import dedent

import click

from generator.codes import CODES
from generator.commands.common import columns
from generator.commands.speech import lang, say, wrong_use
from generator.report import severity_word
from generator.report.columns import wrap
from generator.rules import MANUALS, Rule, rule_of

_HEADS = {
    "What it does": "检查什么", "Why": "为什么", "Example": "例子", "Use instead": "应当写",
    "How to mend": "怎么改", "References": "依据",
}  # fmt: skip


@click.command()
@click.argument("code", required=False)
def rule(code: str | None) -> None:
    """写出一条检查的说明（手册的正文是英文）；不写代码就列出全部。

    Show a rule's manual; without a code, list all rules.
    """
    if code is None:
        for known in MANUALS:
            for line in _titles(known):
                click.echo(line)
        return
    wanted = code.upper()
    if wanted not in CODES:
        raise wrong_use(
            f"没有代码“{code}”；全部代码见 docs/findings.md", f"no code {code}; docs/findings.md lists them"
        )
    for line in _page(wanted):
        click.echo(line)


def _titles(known: Rule) -> Iterator[str]:
    """Yield a line for each code of a rule: in Chinese what is said, in English the manual's title."""
    for code in known.codes:
        row = CODES[code]
        told = (
            say(row.zh, row.en) if len(known.codes) > 1 or lang() == "zh" else known.title.partition(": ")[2]
        )
        yield from wrap(_open(told), columns(), f"{code}  ", " " * 6)


def _page(code: str) -> Iterator[str]:
    row, found = CODES[code], rule_of(code)
    yield f"{code} {severity_word(row.severity, lang())}"
    yield from wrap(_open(say(row.zh, row.en)), columns(), "    ")
    cure = say("改法：", "mend: ")
    yield from wrap(_open(say(row.cure_zh, row.cure_en)), columns(), f"    {cure}", " " * 10)
    yield ""
    if found is None:
        yield from wrap(
            say(
                "由读文件、格式或者计算目录时给出，没有单独的手册；见 docs/fold.md、docs/fields.md。",
                "Given by the reader, the schema or the fold; it has no manual. See docs/fold.md, docs/fields.md.",
            ),
            columns(),
        )
        return
    yield from wrap(found.title, columns())
    for head, text in found.sections.items():
        yield ""
        yield say(f"{_HEADS[head]}（{head}）", head)
        body = dedent(text if text.startswith("    ") else f"    {text.lstrip()}").strip("\n")
        if head == "Example":
            yield from (f"    {line}".rstrip() for line in body.split("\n"))
        else:
            yield from wrap(" ".join(body.split()), columns(), "    ")


def _open(text: str) -> str:
    """Write the values of a case as a gap."""
    return re.sub(r"\{\w+\}", "…", text)
