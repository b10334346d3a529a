"""Draw signs."""

from datetime import date
from pathlib import Path
from typing import Any, cast

import click

from generator.commands.common import CATALOG, ON, catalogue_of, day_of, print_findings
from generator.findings import Finding


@click.group(name="print")
def print_group() -> None:
    """绘制标牌。"""


@print_group.command()
@click.argument("item")
@click.option("--place", default="national", show_default=True, help="地方，如 hubei。")
@click.option("--size", help="宽x高，毫米，如 350x2400；不写就用文件写到的尺寸。")
@click.option("--set", "sets", multiple=True, metavar="NAME=VALUE",
              help="village=李家村、township=某某镇，或者 text=全称；可以写几次。")  # fmt: skip
@click.option("--layout", help="用哪个式样（layouts 的 id）。")
@click.option("--orientation", type=click.Choice(["vertical", "horizontal"]), help="竖或横。")
@click.option("--colour", help="字色：黑、红、白、金黄、蓝，或 C0 M100 Y100 K0。")
@click.option("--bleed", type=click.FloatRange(0, 50), default=3.0, show_default=True, help="出血，毫米。")
@click.option("--font", type=click.Path(path_type=Path, exists=True, dir_okay=False), help="另用字体文件。")
@click.option(
    "--out", type=click.Path(path_type=Path), default=Path("print"), show_default=True, help="写到哪里。"
)
@CATALOG
@ON
def sign(item: str, on: date | None, catalog: Path, **wishes: Any) -> None:
    """画一块牌子：1:1 的 PDF 和 SVG，加一张 A4 规格单。"""
    from generator.printing.command import print_sign  # noqa: PLC0415

    written = print_sign(catalogue_of(catalog), item, day_of(catalog, on), wishes)
    if isinstance(written, str):
        raise click.UsageError(written)
    if written and isinstance(written[0], Finding):
        print_findings(cast("tuple[Finding, ...]", written))
        raise SystemExit(1)
    for path in written:
        click.echo(path)
