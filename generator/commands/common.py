"""What the subcommands share: options, the language, what is printed while something runs."""

import sys
from datetime import date
from pathlib import Path
from typing import Any, cast

import click

from generator.cache import cache_folder
from generator.catalogue import Catalogue
from generator.check import check_catalogue
from generator.clock import build_day
from generator.dates import parse
from generator.findings import Finding, Lang, has_errors
from generator.report import lines


class Day(click.ParamType[date]):
    """An exact day, YYYY-MM-DD."""

    name = "DATE"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> date:
        """Return the day or fail as wrong use."""
        found = parse(value) if isinstance(value, str) else None
        if found is None or not found.exact:
            self.fail(f"“{value}”不是一天，请写成 2026-11-24 这样", param, ctx)
        return found.first


ON = click.option("--on", type=Day(), help="目录在哪一天的样子（默认：目录最后一次提交的那天）。")
CATALOG = click.option(
    "--catalog", type=click.Path(path_type=Path, exists=True, file_okay=False), default=Path("catalog"),
    show_default=True, help="目录所在的文件夹。",
)  # fmt: skip


def lang() -> Lang:
    """Return the language of findings."""
    return cast("Lang", click.get_current_context().find_root().obj["lang"])


def tell(text: str) -> None:
    """Tell what is being done: on a terminal or with --verbose, to standard error only."""
    if click.get_current_context().find_root().obj["verbose"] or sys.stderr.isatty():
        click.echo(f"· {text}", err=True)


def progress(done: int, total: int) -> None:
    """Tell how many files are read, on a terminal."""
    if sys.stderr.isatty() and (done == total or done % 50 == 0):
        click.echo(f"\r· 已读 {done}/{total}" + ("\n" if done == total else ""), err=True, nl=False)


def print_findings(findings: tuple[Finding, ...]) -> None:
    """Print findings, one a paragraph."""
    for line in lines(findings, lang()):
        click.echo(line)


def day_of(catalog: Path, on: date | None) -> date:
    """Return the day asked for, else that of the catalogue's last commit."""
    day = on or build_day(catalog)
    if day is None:
        raise click.UsageError("不知道算哪一天：目录不在 git 里，请用 --on 写明，如 --on 2026-11-24")
    return day


def catalogue_of(catalog: Path) -> Catalogue:
    """Return the catalogue without its broken files, and say so if there are any."""
    checked = check_catalogue(catalog, cache_folder=cache_folder())
    errors = tuple(f for f in checked.findings if has_errors((f,)))
    if errors:
        click.echo(f"目录有 {len(errors)} 个错误（见 qingdan check），出错的文件暂缺", err=True)
    return checked.catalogue


def known_place(catalogue: Catalogue, place: str) -> str:
    """Return the path of a place, or fail as wrong use."""
    broken = [
        name for name in catalogue.left_out if name.endswith("/place") and f"{place}/".startswith(name[:-5])
    ]
    if place not in catalogue.places and broken:
        raise click.UsageError(f"{place} 暂缺：{min(broken, key=len)}.yaml 有错误（见 qingdan check）")
    if place not in catalogue.places:
        known = "、".join(sorted(catalogue.places)[:5])
        raise click.UsageError(f"没有地方“{place}”；可以写：{known}…")
    return place
