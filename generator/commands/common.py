"""What the subcommands share: options, the language, what is printed while something runs."""

import difflib
import os
import shutil
import sys
from collections.abc import Callable, Iterable
from datetime import date
from pathlib import Path
from typing import Any, TypeVar

import click

from generator.cache import cache_folder
from generator.catalogue import Catalogue
from generator.check import Checked, check_catalogue
from generator.clock import build_day
from generator.commands.speech import both, lang, say, wrong_use
from generator.dates import parse
from generator.findings import Finding, Position, has_errors
from generator.reading.limits import MAX_BYTES
from generator.reading.text import decode, printable
from generator.report import lines, paragraphs
from generator.report.columns import wrap

F = TypeVar("F", bound=Callable[..., Any])


class Day(click.ParamType[date]):
    """An exact day, YYYY-MM-DD."""

    name = "DATE"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> date:
        """Return the day or fail as wrong use."""
        found = parse(value) if isinstance(value, str) else None
        if found is None or not found.exact:
            self.fail(
                say(f"“{value}”不是一天，请写成 2026-11-24 这样", f"{value} is no day: write 2026-11-24"),
                param,
                ctx,
            )
        return found.first


ON = click.option(
    "--on",
    type=Day(),
    help=both(
        "目录在哪一天的样子（默认：目录最后一次提交的那天）。",
        "The directories of which day (default: that of the catalogue's last commit).",
    ),
)
CATALOG = click.option(
    "--catalog", type=click.Path(path_type=Path, exists=True, file_okay=False), default=Path("catalog"),
    show_default=True, help=both("目录所在的文件夹。", "The folder of the catalogue."),
)  # fmt: skip


def form_option(forms: Iterable[str], default: str, zh: str, en: str) -> Callable[[F], F]:
    """Return the option `--format`, given to a command as `form`."""
    return click.option(
        "--format",
        "form",
        type=click.Choice(list(forms)),
        default=default,
        show_default=True,
        help=both(zh, en),
    )


def tell(text: str) -> None:
    """Tell what is being done: on a terminal or with --verbose, to standard error only."""
    if click.get_current_context().find_root().obj["verbose"] or sys.stderr.isatty():
        click.echo(f"· {text}", err=True)


def progress(done: int, total: int) -> None:
    """Tell how many files are read, on a terminal."""
    if sys.stderr.isatty() and (done == total or done % 50 == 0):
        click.echo(
            say(f"\r· 已读 {done}/{total}", f"\r· {done}/{total} read") + ("\n" if done == total else ""),
            err=True,
            nl=False,
        )


def columns() -> int:
    """Return how wide a paragraph is set: as wide as the terminal, at most 100 columns."""
    return max(40, min(shutil.get_terminal_size().columns, 100))


def echo(lines: Iterable[str]) -> None:
    """Print each line as one, whatever its texts hold: no text begins a line, where a reader or CI would believe it."""
    for line in lines:
        click.echo(printable(line))


def print_findings(findings: tuple[Finding, ...]) -> None:
    """Print findings: a line each and its cure, on a terminal with what stands there."""
    if not sys.stdout.isatty():
        echo(lines(findings, lang()))
        return
    for line in paragraphs(findings, lang(), columns(), _line_at):
        click.echo(line, color=False if os.environ.get("NO_COLOR") else None)
    if findings:
        click.echo()


def print_lines(lines: Iterable[str]) -> None:
    """Print lines; on a terminal none is wider, and what runs over stands two columns further in."""
    if not sys.stdout.isatty():
        echo(lines)
        return
    for line in map(printable, lines):
        text = line.lstrip(" ")
        indent = " " * (len(line) - len(text))
        echo(wrap(text, columns(), indent, indent + "  "))


def _line_at(at: Position) -> str | None:
    """Return the line of a text file at a place; None where it cannot be read or is no text."""
    try:
        with Path(at.file).open("rb") as stream:
            text = decode(stream.read(MAX_BYTES), at.file)
    except OSError:
        return None
    listed = text.split("\n") if isinstance(text, str) else []
    return printable(listed[at.line - 1]) if at.line <= len(listed) and not at.cell else None


def day_of(catalog: Path, on: date | None) -> date:
    """Return the day asked for, else that of the catalogue's last commit."""
    day = on or build_day(catalog)
    if day is None:
        raise wrong_use(
            "不知道算哪一天：目录不在 git 里，请用 --on 写明，如 --on 2026-11-24",
            "no day is known: the catalogue is not in git; say --on 2026-11-24",
        )
    return day


def catalogue_of(catalog: Path) -> Catalogue:
    """Return the catalogue without its broken files, and say so if there are any."""
    return checked_of(catalog).catalogue


def checked_of(catalog: Path) -> Checked:
    """Return the catalogue without its broken files and what was found, and say so if there are any."""
    checked = check_catalogue(catalog, cache_folder=cache_folder())
    errors = tuple(f for f in checked.findings if has_errors((f,)))
    if errors:
        click.echo(
            say(
                f"目录有 {len(errors)} 个错误（见 qingdan check），出错的文件暂缺",
                f"the catalogue has {len(errors)} errors (see qingdan check); files with errors are left out",
            ),
            err=True,
        )
    return checked


def known_place(catalogue: Catalogue, place: str) -> str:
    """Return the path of a place, or fail as wrong use."""
    broken = [
        name for name in catalogue.left_out if name.endswith("/place") and f"{place}/".startswith(name[:-5])
    ]
    if place not in catalogue.places and broken:
        raise wrong_use(
            f"{place} 暂缺：{min(broken, key=len)}.yaml 有错误（见 qingdan check）",
            f"{place} is left out: {min(broken, key=len)}.yaml has errors (see qingdan check)",
        )
    if not catalogue.places:
        raise wrong_use(
            f"没有地方“{place}”：目录里一个地方也没有（见 qingdan check）",
            f"no place {place}: the catalogue has none (see qingdan check)",
        )
    if place not in catalogue.places:
        near = difflib.get_close_matches(place, catalogue.places, cutoff=0.7) or sorted(catalogue.places)[:5]
        zh, en = (
            f"没有地方“{place}”；可以写：{'、'.join(near)}…",
            f"no place {place}; there are {', '.join(near)}…",
        )
        raise wrong_use(zh, en)
    return place
