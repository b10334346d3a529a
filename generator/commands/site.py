"""Check the catalogue, build the site, look at it."""

import functools
import http.server
import tempfile
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import click

from generator.cache import cache_folder
from generator.check import check_catalogue, check_findings
from generator.codes import CODES
from generator.commands.common import (
    CATALOG,
    ON,
    day_of,
    form_option,
    print_findings,
    progress,
    tell,
)
from generator.commands.speech import both, lang, say, wrong_use
from generator.findings import Finding, has_errors
from generator.mend import mend_files
from generator.reading import path_label
from generator.report import FORMATS, summary
from generator.resolve import resolve_tree


@click.command()
@click.argument("paths", nargs=-1, type=click.Path(path_type=Path, exists=True))
@form_option(
    ("text", *FORMATS),
    "text",
    "给人看的文字，或者 JSON、GitHub 注释、GitLab 代码质量、SARIF、JUnit。",
    "Text for people, or JSON, GitHub annotations, GitLab Code Quality, SARIF, JUnit.",
)
@click.option(
    "--select",
    metavar="CODES",
    help=both(
        "只看这些代码，如 C,I120；逗号分开，可以只写字母。",
        "Only these codes, such as C,I120; a letter stands for all that begin so.",
    ),
)
@click.option("--ignore", metavar="CODES", help=both("不看这些代码。", "Not these codes."))
@click.option(
    "--notes", is_flag=True, help=both("也写出提示和已接受的。", "Tell notes and what is accepted too.")
)
@click.option(
    "--fix",
    is_flag=True,
    help=both(
        "先改好能稳妥改的（注释和次序不变），再检查。",
        "Mend first what is safe to mend (comments and order stay), then check.",
    ),
)
@ON
def check(
    paths: tuple[Path, ...],
    form: str,
    select: str | None,
    ignore: str | None,
    notes: bool,
    fix: bool,
    on: date | None,
) -> None:
    """检查目录（默认 ./catalog），或者只看其中几个文件、文件夹的结果。

    Check the catalogue (default ./catalog), or show what is found in some of its files and folders.
    """
    root, only = _root_and_selection(paths or (Path("catalog"),))
    findings, files = check_findings(root, path_label(root), cache_folder(), progress)
    wanted = _Wanted(only, _codes(select), _codes(ignore))
    if fix:
        mended = mend_files((f for f in findings if wanted.has(f)), root, path_label(root))
        for found in mended:
            click.echo(
                say(f"改好 {found.position} {found.code}", f"mended {found.position} {found.code}"), err=True
            )
        findings, files = check_findings(root, path_label(root), cache_folder(), progress)
    shown = tuple(f for f in findings if wanted.has(f))
    told = tuple(f for f in shown if notes or not f.quiet)
    if form != "text":
        click.echo(FORMATS[form](told, lang()))
    else:
        print_findings(told)
        click.echo(summary(shown, files, lang()))
        if on is not None:
            checked = check_catalogue(root, cache_folder=cache_folder())
            items = [directory.items for directory in resolve_tree(checked.catalogue, on).values()]
            click.echo(
                say(
                    f"{on.isoformat()}：{len(items)} 个地方，各地目录合计 {sum(map(len, items))} 项",
                    f"{on.isoformat()}: {len(items)} places, {sum(map(len, items))} items in all their directories",
                )
            )
    if has_errors(shown):
        raise SystemExit(1)


@dataclass(frozen=True)
class _Wanted:
    """Which findings are asked for: of these files (none for all), these codes and not those."""

    only: tuple[str, ...]
    select: tuple[str, ...]
    ignore: tuple[str, ...]

    def has(self, found: Finding) -> bool:
        if self.only and not _selected(found.position.file, self.only):
            return False
        return (not self.select or found.code.startswith(self.select)) and not (
            self.ignore and found.code.startswith(self.ignore)
        )


def _codes(text: str | None) -> tuple[str, ...]:
    """Return the codes or heads of codes that an option names; an unknown one is wrong use."""
    codes = tuple(part.strip().upper() for part in (text or "").split(",") if part.strip())
    for code in codes:
        if not any(known.startswith(code) for known in CODES):
            raise wrong_use(
                f"没有代码“{code}”；全部代码见 docs/findings.md",
                f"no code {code}; docs/findings.md lists them",
            )
    return codes


def _root_and_selection(paths: tuple[Path, ...]) -> tuple[Path, tuple[str, ...]]:
    """Return the catalogue's folder (the one with national/place.yaml) and the paths asked for below it."""
    for start in paths:
        for folder in (start, *start.absolute().parents):
            if (folder / "national" / "place.yaml").is_file():
                only = () if folder in paths else tuple(p.absolute().as_posix() for p in paths)
                return _short(folder), only
    fallback = next((p for p in paths if p.is_dir()), None)
    if fallback is None:
        raise wrong_use(
            "找不到目录：上层文件夹里都没有 national/place.yaml",
            "no catalogue: no folder above has national/place.yaml",
        )
    return fallback, ()


def _short(folder: Path) -> Path:
    try:
        return folder.absolute().relative_to(Path.cwd())
    except ValueError:
        return folder


def _selected(file: str, only: tuple[str, ...]) -> bool:
    full = Path(file).absolute().as_posix()
    return any(full == path or full.startswith(f"{path}/") for path in only)


@click.command()
@CATALOG
@click.option(
    "--out",
    type=click.Path(path_type=Path),
    default=Path("site"),
    show_default=True,
    help=both("写到哪里。", "Where to write."),
)
@ON
@click.option("--no-cache", is_flag=True, help=both("不用缓存。", "Use no cache."))
def build(catalog: Path, out: Path, on: date | None, no_cache: bool) -> None:
    """检查目录并生成网站；有错误时什么也不写。

    Check the catalogue and build the site; with errors nothing is written.
    """
    from generator.build import build as build_site  # noqa: PLC0415 -- check needs no site engine

    built = build_site(catalog, out, day_of(catalog, on), None if no_cache else cache_folder(), tell)
    print_findings(tuple(f for f in built.findings if not f.quiet))
    if not built.done:
        click.echo(
            say(
                f"目录有错误，没有生成；{path_label(out)} 保持原样",
                f"the catalogue has errors, nothing was built; {path_label(out)} stays as it was",
            ),
            err=True,
        )
        raise SystemExit(1)
    click.echo(
        say(
            f"写好 {built.pages} 个页面（共 {built.files} 个文件）：{path_label(out)}/index.html",
            f"wrote {built.pages} pages ({built.files} files): {path_label(out)}/index.html",
        )
    )


@click.command()
@click.option(
    "--out",
    type=click.Path(path_type=Path, file_okay=False),
    default=Path("site"),
    show_default=True,
    help=both("已生成的网站。", "The site that was built."),
)
@click.option(
    "--port", type=click.IntRange(0, 65535), default=8000, show_default=True, help=both("端口。", "The port.")
)
@click.option(
    "--preview",
    is_flag=True,
    help=both(
        "先照现在的目录生成一份预览；有错误的文件写“暂缺”，不动 --out。",
        "Build a preview of the catalogue as it is; files with errors are left out; --out stays.",
    ),
)
@click.option(
    "--catalog",
    type=click.Path(path_type=Path, file_okay=False),
    default=Path("catalog"),
    show_default=True,
    help=both("预览用的目录。", "The catalogue of the preview."),
)
@ON
def serve(out: Path, port: int, preview: bool, catalog: Path, on: date | None) -> None:
    """在本机打开已生成的网站（只有本机能看到）。

    Serve the site that was built, to this machine only.
    """
    if not preview:
        if not out.is_dir():
            raise wrong_use(
                f"还没有生成网站：{path_label(out)}；先运行 qingdan build，或者加 --preview",
                f"no site at {path_label(out)}: run qingdan build first, or add --preview",
            )
        _serve(out, port)
        return
    from generator.build import build as build_site  # noqa: PLC0415 -- check needs no site engine

    with tempfile.TemporaryDirectory() as folder:
        shown = Path(folder) / "site"
        built = build_site(catalog, shown, day_of(catalog, on), cache_folder(), tell, preview=True)
        print_findings(built.findings)
        if not built.done:
            raise SystemExit(1)
        _serve(shown, port)


def _serve(folder: Path, port: int) -> None:
    handler = functools.partial(http.server.SimpleHTTPRequestHandler, directory=str(folder))
    with http.server.ThreadingHTTPServer(("127.0.0.1", port), handler) as server:
        click.echo(
            say(
                f"http://127.0.0.1:{server.server_port}/  （按 Ctrl-C 停止）",
                f"http://127.0.0.1:{server.server_port}/  (Ctrl-C stops)",
            )
        )
        try:
            server.serve_forever()
        except KeyboardInterrupt:
            click.echo(say("停止", "stopped"))
