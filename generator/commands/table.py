"""Show what the reader of spreadsheets makes of a file, before anything is made of it."""

from pathlib import Path

import click

from generator.commands.common import print_findings
from generator.commands.speech import both, say
from generator.findings import has_errors
from generator.tables import read_table


@click.command()
@click.argument("file", type=click.Path(path_type=Path, exists=True))
@click.option(
    "--columns",
    metavar="TITLES",
    default="",
    help=both("必须有的列，用逗号分开，如 名称,依据。", "Titles that must be there, parted by commas."),
)
@click.option(
    "--sheet",
    metavar="NAME",
    help=both(
        "读哪一张工作表（默认：第一张没有隐藏的）。", "Which sheet (default: the first that is not hidden)."
    ),
)
@click.option(
    "--encoding",
    type=click.Choice(["utf-8", "gb18030"]),
    help=both("csv 文件的编码。", "The encoding of a csv file (default: it is told by the bytes)."),
)
def table(file: Path, columns: str, sheet: str | None, encoding: str | None) -> None:
    """读一张表格（.xlsx、.csv），看读出来的每一行，或者哪一格要改。

    Read a spreadsheet (.xlsx, .csv) and show each row as read, or which cell to mend.
    """
    wanted = [title for title in columns.replace("，", ",").split(",") if title]
    read = read_table(file, wanted, sheet=sheet, encoding=encoding)
    for row in read.rows:
        click.echo(say(f"第 {row.number} 行", f"row {row.number}"))
        for title, cell in row.cells.items():
            click.echo(f"    {_one_line(title)}：{_one_line(cell.text)}")
    print_findings(read.findings)
    click.echo(
        say(
            f"{len(read.rows)} 行，{len(read.titles)} 列",
            f"{len(read.rows)} rows, {len(read.titles)} columns",
        )
    )
    if has_errors(read.findings):
        raise SystemExit(1)


def _one_line(text: str) -> str:
    """Write a cell without anything that moves the cursor."""
    return "".join(c if c.isprintable() else " " for c in text)
