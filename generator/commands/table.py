"""Show what the reader of spreadsheets makes of a file, before anything is made of it."""

from pathlib import Path

import click

from generator.commands.common import print_findings
from generator.findings import has_errors
from generator.tables import read_table


@click.command()
@click.argument("file", type=click.Path(path_type=Path, exists=True))
@click.option("--columns", metavar="TITLES", default="", help="必须有的列，用逗号分开，如 名称,依据。")
@click.option("--sheet", metavar="NAME", help="读哪一张工作表（默认：第一张没有隐藏的）。")
@click.option("--encoding", type=click.Choice(["utf-8", "gb18030"]), help="csv 文件的编码。")
def table(file: Path, columns: str, sheet: str | None, encoding: str | None) -> None:
    """读一张表格（.xlsx、.csv），看读出来的每一行，或者哪一格要改。"""
    wanted = [title for title in columns.replace("，", ",").split(",") if title]
    read = read_table(file, wanted, sheet=sheet, encoding=encoding)
    for row in read.rows:
        click.echo(f"第 {row.number} 行")
        for title, cell in row.cells.items():
            click.echo(f"    {title}：{_one_line(cell.text)}")
    print_findings(read.findings)
    click.echo(f"{len(read.rows)} 行，{len(read.titles)} 列")
    if has_errors(read.findings):
        raise SystemExit(1)


def _one_line(text: str) -> str:
    """Write a cell without anything that moves the cursor."""
    return "".join(c if c.isprintable() else " " for c in text)
