"""The command `qingdan`: parse, call, print, exit.

Exit status: 0 good, 1 findings, 2 wrong use, 3 our own fault (with a report file free of catalogue text).
"""

import functools
import http.server
import sys
from datetime import date
from pathlib import Path
from typing import Any, cast

import click

from generator import __version__
from generator.catalogue.model import Catalogue
from generator.check import Checked, check_catalogue
from generator.clock import build_day
from generator.dates import parse
from generator.fault import write_report
from generator.findings import Finding, Lang, has_errors
from generator.report import lines, summary
from generator.resolve import resolve


class Day(click.ParamType[date]):
    """An exact day, YYYY-MM-DD."""

    name = "DATE"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> date:
        """Return the day or fail as wrong use."""
        found = parse(value) if isinstance(value, str) else None
        if found is None or not found.exact:
            self.fail(f"“{value}”不是一天，请写成 2026-11-24 这样", param, ctx)
        return found.first


_ON = click.option("--on", type=Day(), help="目录在哪一天的样子（默认：目录最后一次提交的那天）。")
_CATALOG = click.option(
    "--catalog", type=click.Path(path_type=Path, exists=True, file_okay=False), default=Path("catalog"),
    show_default=True, help="目录所在的文件夹。",
)  # fmt: skip
_CACHE = Path(".cache")


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="qingdan")
@click.option("--lang", type=click.Choice(["zh", "en"]), default="zh", help="检查结果用的语言。")
@click.option("--verbose", is_flag=True, help="说明每一步在做什么。")
@click.pass_context
def cli(context: click.Context, lang: str, verbose: bool) -> None:
    """清单：检查村级事项目录，生成网站，绘制标牌和式样。"""
    context.obj = {"lang": lang, "verbose": verbose}


def _lang() -> Lang:
    return cast("Lang", click.get_current_context().find_root().obj["lang"])


def _say(text: str) -> None:
    """Tell what is being done: on a terminal or with --verbose, to standard error only."""
    if click.get_current_context().find_root().obj["verbose"] or sys.stderr.isatty():
        click.echo(f"· {text}", err=True)


def _progress(done: int, total: int) -> None:
    if sys.stderr.isatty() and (done == total or done % 50 == 0):
        click.echo(f"\r· 已读 {done}/{total}" + ("\n" if done == total else ""), err=True, nl=False)


def _print_findings(findings: tuple[Finding, ...]) -> None:
    for line in lines(findings, _lang()):
        click.echo(line)


@cli.command()
@click.argument("paths", nargs=-1, type=click.Path(path_type=Path, exists=True))
@_ON
def check(paths: tuple[Path, ...], on: date | None) -> None:
    """检查目录（默认 ./catalog），或者只看其中几个文件、文件夹的结果。"""
    root, only = _root_and_selection(paths or (Path("catalog"),))
    checked = check_catalogue(
        root, cache_folder=_CACHE / "yaml" if _CACHE.exists() else None, progress=_progress
    )
    shown = tuple(f for f in checked.findings if not only or _selected(f.position.file, only))
    _print_findings(shown)
    click.echo(summary(shown, checked.files, _lang()))
    if on is not None:
        items = [resolve(checked.catalogue, place, on).items for place in checked.catalogue.places]
        click.echo(f"{on.isoformat()}：{len(items)} 个地方，各地目录合计 {sum(map(len, items))} 项")
    if has_errors(shown):
        raise SystemExit(1)


def _root_and_selection(paths: tuple[Path, ...]) -> tuple[Path, tuple[str, ...]]:
    """Return the catalogue's folder (the one with national/place.yaml) and the paths asked for below it."""
    for start in paths:
        for folder in (start, *start.absolute().parents):
            if (folder / "national" / "place.yaml").is_file():
                only = () if folder in paths else tuple(p.absolute().as_posix() for p in paths)
                return _short(folder), only
    fallback = next((p for p in paths if p.is_dir()), None)
    if fallback is None:
        raise click.UsageError("找不到目录：上层文件夹里都没有 national/place.yaml")
    return fallback, ()


def _short(folder: Path) -> Path:
    try:
        return folder.absolute().relative_to(Path.cwd())
    except ValueError:
        return folder


def _selected(file: str, only: tuple[str, ...]) -> bool:
    full = Path(file).absolute().as_posix()
    return any(full == path or full.startswith(f"{path}/") for path in only)


@cli.command()
@_CATALOG
@click.option(
    "--out", type=click.Path(path_type=Path), default=Path("site"), show_default=True, help="写到哪里。"
)
@_ON
@click.option("--no-cache", is_flag=True, help="不用缓存。")
def build(catalog: Path, out: Path, on: date | None, no_cache: bool) -> None:
    """检查目录并生成网站；有错误时什么也不写。"""
    from generator.build import build as build_site  # noqa: PLC0415 -- check needs no site engine

    built = build_site(catalog, out, _day(catalog, on), None if no_cache else _CACHE, _say)
    _print_findings(built.findings)
    if not built.done:
        click.echo(f"目录有错误，没有生成；{out} 保持原样", err=True)
        raise SystemExit(1)
    click.echo(f"写好 {built.pages} 个页面（共 {built.files} 个文件）：{out.as_posix()}/index.html")


def _day(catalog: Path, on: date | None) -> date:
    day = on or build_day(catalog)
    if day is None:
        raise click.UsageError("不知道算哪一天：目录不在 git 里，请用 --on 写明，如 --on 2026-11-24")
    return day


@cli.command()
@click.option("--out", type=click.Path(path_type=Path, exists=True, file_okay=False), default=Path("site"),
              show_default=True, help="已生成的网站。")  # fmt: skip
@click.option("--port", type=click.IntRange(0, 65535), default=8000, show_default=True, help="端口。")
def serve(out: Path, port: int) -> None:
    """在本机打开已生成的网站（只有本机能看到）。"""
    handler = functools.partial(http.server.SimpleHTTPRequestHandler, directory=str(out))
    with http.server.ThreadingHTTPServer(("127.0.0.1", port), handler) as server:
        click.echo(f"http://127.0.0.1:{server.server_port}/  （按 Ctrl-C 停止）")
        try:
            server.serve_forever()
        except KeyboardInterrupt:
            click.echo("停止")


@cli.command()
@click.argument("place")
@click.argument("item")
@click.argument("field", required=False)
@_CATALOG
@_ON
def explain(place: str, item: str, field: str | None, catalog: Path, on: date | None) -> None:
    """说明一个地方的一个事项（或其中一个字段）每个值是哪份文件、哪一行定的。"""
    from generator.resolve.explain import explain as explain_lines  # noqa: PLC0415

    catalogue = _catalogue(catalog)
    if place not in catalogue.places:
        raise click.UsageError(f"没有地方“{place}”；可以写：{'、'.join(sorted(catalogue.places)[:5])}…")
    for line in explain_lines(catalogue, place, item, field, _day(catalog, on)):
        click.echo(line)


def _catalogue(catalog: Path) -> Catalogue:
    checked: Checked = check_catalogue(catalog, cache_folder=_CACHE / "yaml" if _CACHE.exists() else None)
    errors = tuple(f for f in checked.findings if has_errors((f,)))
    if errors:
        click.echo(f"目录有 {len(errors)} 个错误（见 qingdan check），出错的文件暂缺", err=True)
    return checked.catalogue


@cli.command()
def doctor() -> None:
    """看看这台机器缺什么。"""
    from generator.doctor import examine  # noqa: PLC0415

    missing = False
    for part in examine():
        missing |= part.required and part.found is None
        mark = "✓" if part.found else ("✗" if part.required else "–")
        click.echo(f"{mark} {part.name}：{part.found or '没有'}（{part.needed_for}）")
    if missing:
        raise SystemExit(1)


@cli.group(name="print")
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
@_CATALOG
@_ON
def sign(item: str, on: date | None, catalog: Path, **wishes: Any) -> None:
    """画一块牌子：1:1 的 PDF 和 SVG，加一张 A4 规格单。"""
    from generator.printing.command import print_sign  # noqa: PLC0415

    written = print_sign(_catalogue(catalog), item, _day(catalog, on), wishes)
    if isinstance(written, str):
        raise click.UsageError(written)
    if written and isinstance(written[0], Finding):
        _print_findings(cast("tuple[Finding, ...]", written))
        raise SystemExit(1)
    for path in written:
        click.echo(path)


def main() -> None:
    """Run the command; our own faults end with status 3 and a report."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace")
    try:
        cli(standalone_mode=True)
    except Exception as error:  # the last line of defence, for our own faults only
        path = write_report(error, Path.cwd())
        click.echo(
            f"程序自己出错了，不是目录的问题。请把 {path.name} 发给维护者（里面没有目录的内容）。", err=True
        )
        raise SystemExit(3) from None
