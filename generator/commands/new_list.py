"""`qingdan new list --from-table`: a plain table of names becomes a list, each name with the item it means."""

from datetime import date
from pathlib import Path
from typing import Any

import click

from generator.authoring.draft import Shelf
from generator.authoring.from_table import Taken, doubts, summary, take
from generator.authoring.matching import names_of
from generator.authoring.outline import outline_of
from generator.catalogue.model import date_of
from generator.commands.common import day_of, echo, print_findings
from generator.commands.new import kind_command, shelf_and_values, write_file
from generator.commands.speech import both, say
from generator.reading.document import Json
from generator.resolve import resolve
from generator.tables import read_table

_OUTLINE = outline_of("lists")


def _run(
    place: str,
    slug: str | None,
    catalog: Path,
    from_table: Path | None,
    sheet: str | None,
    encoding: str | None,
    **told: Any,
) -> None:
    shelf, values = shelf_and_values(_OUTLINE, place, catalog, told)
    if from_table is None:
        write_file(shelf, _OUTLINE, place, slug, values)
        return
    day = _day(values, catalog)
    names = names_of(shelf.catalogue, resolve(shelf.catalogue, place, day), str(values["kind"]))
    taken = take(read_table(from_table, sheet=sheet, encoding=encoding), names)
    print_findings(taken.findings)
    if not taken.usable:
        click.echo(say("表格要先改好，没有写", "mend the table first; nothing was written"), err=True)
        raise SystemExit(1)
    values["entries"] = [listed.values for listed in taken.entries]
    write_file(shelf, _OUTLINE, place, slug, values, {"entries": [listed.aside for listed in taken.entries]})
    _tell(shelf, taken)


def _day(values: dict[str, Json], catalog: Path) -> date:
    start = date_of(values.get("from"))
    return start.settled if start else day_of(catalog, None)


def _tell(shelf: Shelf, taken: Taken) -> None:
    click.echo(summary(taken))
    if lines := doubts(taken):
        click.echo(say("请逐条核对：", "please compare each:"))
        echo(lines)
    if taken.unused:
        echo([say(f"没有用到的列：{'、'.join(taken.unused)}", f"titles not used: {', '.join(taken.unused)}")])


def list_command() -> click.Command:
    """Return `new list` with the options of a table."""
    more = [
        click.Option(
            ["--from-table"],
            type=click.Path(path_type=Path, exists=True, dir_okay=False),
            metavar="FILE",
            help=both(
                "从一张表（.csv、.xlsx）取各项：第一行是列名，要有“名称”，可以有“序号”“条件”。",
                "Take the entries from a table (.csv, .xlsx) with the titles 名称 and perhaps 序号, 条件.",
            ),
        ),
        click.Option(
            ["--sheet"],
            metavar="NAME",
            help=both(
                "读哪一张工作表（默认：第一张没有隐藏的）。",
                "Which sheet (default: the first that is not hidden).",
            ),
        ),
        click.Option(
            ["--encoding"],
            type=click.Choice(["utf-8", "gb18030"]),
            help=both("csv 文件的编码。", "The encoding of a csv file (default: it is told by the bytes)."),
        ),
    ]
    return kind_command("list", more, _run)
