"""`qingdan diff BASE..HEAD`: what a change of the catalogue changes for people."""

import json
from collections.abc import Callable
from datetime import date
from pathlib import Path

import click

from generator.cache import cache_folder
from generator.check import Checked, check_catalogue
from generator.clock import build_day
from generator.commands.common import CATALOG, ON, form_option, tell
from generator.commands.speech import lang, say, wrong_use
from generator.compare.effective import effect
from generator.compare.git import GitError, prefix, read_range
from generator.compare.records import record_rows
from generator.compare.said import Report, data, lines, markdown
from generator.compare.trees import checked_tree
from generator.findings import has_errors
from generator.reading import path_label
from generator.reading.text import printable

_WRITERS: dict[str, Callable[[Report], str]] = {
    "text": lambda report: "\n".join(map(printable, lines(report))),
    "markdown": lambda report: "\n".join(markdown(report)),
    "json": lambda report: json.dumps(data(report), ensure_ascii=False, indent=2),
}


@click.command()
@click.argument("span", metavar="BASE..HEAD")
@form_option(
    sorted(_WRITERS),
    "text",
    "给人看的文字、贴到合并请求里的 Markdown，或者给程序的 JSON。",
    "Text for people, Markdown for a merge request, or JSON for programs.",
)
@CATALOG
@ON
def diff(span: str, form: str, catalog: Path, on: date | None) -> None:
    """两次提交之间，各地的目录实际差在哪里；BASE.. 是与文件夹里现在的样子比。一处改动到了很多地方，只写一行。

    Tell what a change of the catalogue changes in the directories; BASE.. compares with the folder
    as it is. A change that reaches many places takes one line.
    """
    try:
        report = _report(span, catalog, on)
    except GitError as error:
        raise click.UsageError(error.said.say(lang())) from None
    click.echo(_WRITERS[form](report))


def _report(span: str, catalog: Path, on: date | None) -> Report:
    found = read_range(catalog, span)
    day = on or build_day(catalog, found.head or "HEAD")
    if day is None:
        raise wrong_use(
            "不知道算哪一天：目录没有提交过，请用 --on 写明，如 --on 2026-11-24",
            "no day is known: the catalogue was never committed; say --on 2026-11-24",
        )
    tell(say(f"读 {found.base[:10]}", f"reading {found.base[:10]}"))
    before, odd = checked_tree(catalog, found.base, prefix(catalog))
    tell(
        say(
            f"读 {found.head[:10] if found.head else path_label(catalog)}",
            f"reading {found.head[:10] if found.head else path_label(catalog)}",
        )
    )
    after, more = (
        checked_tree(catalog, found.head, prefix(catalog))
        if found.head
        else (check_catalogue(catalog, cache_folder=cache_folder()), ())
    )
    return Report(
        found.base[:10],
        found.head[:10] if found.head else say("现在的文件夹", "the folder as it is"),
        effect(before.catalogue, after.catalogue, day),
        record_rows(before.catalogue, after.catalogue),
        (_errors(before) + len(odd), _errors(after) + len(more)),
        after.catalogue,
        before.catalogue,
    )


def _errors(checked: Checked) -> int:
    return sum(has_errors((found,)) for found in checked.findings)
