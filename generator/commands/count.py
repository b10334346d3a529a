"""`qingdan count`: how much of each province is collected."""

import csv
import io
import json
from collections.abc import Callable
from dataclasses import asdict
from pathlib import Path

import click

from generator.commands.common import CATALOG, catalogue_of, form_option
from generator.compare.said import safe
from generator.count import WORDS, Count, counts, total


def _rows(listed: tuple[Count, ...]) -> list[list[str]]:
    head = ["", *WORDS.values()]
    return [
        head,
        *([one.name, *(str(getattr(one, key)) for key in WORDS)] for one in (*listed, total(listed))),
    ]


def _markdown(listed: tuple[Count, ...]) -> str:
    head, *rows = (f"| {' | '.join(map(safe, row))} |" for row in _rows(listed))
    return "\n".join((head, f"|---|{'---:|' * len(WORDS)}", *rows))


def _csv(listed: tuple[Count, ...]) -> str:
    text = io.StringIO()
    csv.writer(text, lineterminator="\n").writerows(map(_inert, row) for row in _rows(listed))
    return text.getvalue().rstrip("\n")


def _inert(text: str) -> str:
    """Return a cell that no spreadsheet takes for a formula."""
    line = " ".join(text.split())
    return f"'{line}" if line.startswith(("=", "+", "-", "@")) else line


_WRITERS: dict[str, Callable[[tuple[Count, ...]], str]] = {
    "markdown": _markdown,
    "csv": _csv,
    "json": lambda listed: json.dumps([asdict(one) for one in listed], ensure_ascii=False, indent=2),
}


@click.command()
@form_option(sorted(_WRITERS), "markdown", "Markdown 表、CSV 或者 JSON。", "A Markdown table, CSV or JSON.")
@CATALOG
def count(form: str, catalog: Path) -> None:
    """各省（连同以下各级）收集了多少：文件、清单写的和收到的项、事项、不一致的文件。

    Count what is collected of each province and below: documents, entries stated and held, items, conflicts.
    """
    click.echo(_WRITERS[form](counts(catalogue_of(catalog))))
