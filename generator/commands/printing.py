"""Draw signs."""

from datetime import date
from pathlib import Path
from typing import Any, cast

import click

from generator.commands.common import CATALOG, ON, catalogue_of, day_of, print_findings
from generator.commands.speech import both
from generator.findings import Finding


@click.group(name="print")
def print_group() -> None:
    """绘制标牌。

    Draw signs.
    """


@print_group.command()
@click.argument("item")
@click.option(
    "--place",
    default="national",
    show_default=True,
    help=both("地方，如 hubei。", "The place, such as hubei."),
)
@click.option(
    "--size",
    help=both(
        "宽x高，毫米，如 350x2400；不写就用文件写到的尺寸。",
        "WIDTHxHEIGHT in mm, such as 350x2400; by default what a document says.",
    ),
)
@click.option(
    "--set",
    "sets",
    multiple=True,
    metavar="NAME=VALUE",
    help=both(
        "village=李家村、township=某某镇，或者 text=全称；可以写几次。",
        "village=…, township=…, or text=the whole name; may be given again.",
    ),
)
@click.option("--layout", help=both("用哪个式样（layouts 的 id）。", "Which layout (an id of `layouts`)."))
@click.option(
    "--orientation",
    type=click.Choice(["vertical", "horizontal"]),
    help=both("竖或横。", "Upright or across."),
)
@click.option(
    "--colour",
    help=both(
        "字色：黑、红、白、金黄、蓝，或 C0 M100 Y100 K0。",
        "Colour of the letters: 黑, 红, 白, 金黄, 蓝, or C0 M100 Y100 K0.",
    ),
)
@click.option(
    "--bleed",
    type=click.FloatRange(0, 50),
    default=3.0,
    show_default=True,
    help=both("出血，毫米。", "Bleed in mm."),
)
@click.option(
    "--font",
    type=click.Path(path_type=Path, exists=True, dir_okay=False),
    help=both("另用字体文件。", "Another font file."),
)
@click.option(
    "--out",
    type=click.Path(path_type=Path),
    default=Path("print"),
    show_default=True,
    help=both("写到哪里。", "Where to write."),
)
@CATALOG
@ON
def sign(item: str, on: date | None, catalog: Path, **wishes: Any) -> None:
    """画一块牌子：1:1 的 PDF 和 SVG，加一张 A4 规格单。

    Draw a sign: PDF and SVG 1:1, and a spec sheet on A4.
    """
    from generator.printing.command import print_sign  # noqa: PLC0415

    written = print_sign(catalogue_of(catalog), item, day_of(catalog, on), wishes)
    if isinstance(written, str):
        raise click.UsageError(written)
    if written and isinstance(written[0], Finding):
        print_findings(cast("tuple[Finding, ...]", written))
        raise SystemExit(1)
    for path in written:
        click.echo(path)
