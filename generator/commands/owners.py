"""`qingdan owners`: who must agree to a change, or the CODEOWNERS file of the whole catalogue."""

import json
from collections.abc import Callable
from pathlib import Path

import click

from generator.commands.common import CATALOG, catalogue_of, form_option
from generator.commands.speech import lang, wrong_use
from generator.compare.git import GitError, changed_paths, prefix, read_range
from generator.compare.owners import Agreement, agreement, agreement_data, agreement_lines, codeowners
from generator.compare.said import safe
from generator.compare.trees import checked_tree
from generator.reading.text import printable


def _markdown(found: Agreement) -> str:
    head, *rest = agreement_lines(found)
    return "\n".join((f"### {safe(head)}", "", *(f"- {safe(line)}" for line in rest)))


_WRITERS: dict[str, Callable[[Agreement], str]] = {
    "text": lambda found: "\n".join(map(printable, agreement_lines(found))),
    "markdown": _markdown,
    "json": lambda found: json.dumps(agreement_data(found), ensure_ascii=False, indent=2),
}


@click.command()
@click.argument("span", metavar="[BASE..HEAD]", required=False)
@form_option(
    sorted(_WRITERS), "text", "给人看的文字、Markdown，或者 JSON。", "Text for people, Markdown, or JSON."
)
@CATALOG
def owners(span: str | None, form: str, catalog: Path) -> None:
    """两次提交之间的改动要谁同意（以 BASE 登记的维护单位为准）；不写 BASE..HEAD 就写出 CODEOWNERS 文件。

    Tell who must agree to a change (the offices recorded at BASE); without BASE..HEAD write CODEOWNERS.
    """
    if span is None:
        if form != "text":
            raise wrong_use(
                "CODEOWNERS 只有一种写法，不写 --format", "CODEOWNERS has one form: leave --format out"
            )
        click.echo(codeowners(catalogue_of(catalog)), nl=False)
        return
    try:
        found = read_range(catalog, span)
        below = prefix(catalog)
        before, _ = checked_tree(catalog, found.base, below)
        paths = changed_paths(catalog, found)
    except GitError as error:
        raise click.UsageError(error.said.say(lang())) from None
    click.echo(_WRITERS[form](agreement(paths, below, before.catalogue)))
