"""Look after the machine and the catalogue: what is missing here, and older catalogues brought to this format."""

from pathlib import Path

import click
from ruamel.yaml.error import YAMLError

from generator.commands.common import CATALOG, catalogue_of
from generator.reading import read_catalogue_files


@click.command()
@click.argument(
    "catalog", type=click.Path(path_type=Path, exists=True, file_okay=False), default=Path("catalog")
)
@click.option("--dry-run", is_flag=True, help="只说会改哪些文件，不写。")
def migrate(catalog: Path, dry_run: bool) -> None:
    """把旧格式的目录升级到本程序的格式；注释和次序不变。"""
    from generator.catalogue.migrate import FORMAT, plan  # noqa: PLC0415

    _, unread = read_catalogue_files(catalog, catalog.as_posix())
    try:
        changed = {} if unread else plan(catalog)
    except (YAMLError, LookupError, TypeError, AttributeError, ValueError):
        changed = None  # an old file lacks what it must have
    if unread or changed is None:
        raise click.UsageError("目录里有读不了的文件，请先运行 qingdan check 改正")
    for name, text in changed.items():
        click.echo(f"{'将改' if dry_run else '改好'} {catalog.as_posix()}/{name}")
        if not dry_run:
            target = catalog / name
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_text(text, "utf-8", newline="")
    click.echo(f"{len(changed)} 个文件" if changed else f"已经是格式 {FORMAT}，不用改")


@click.command()
@CATALOG
def editor(catalog: Path) -> None:
    """给编辑器写好提示：字段、可写的词、现有的编号；VS Code 打开本文件夹会自己运行。"""
    from generator.editor import FOLDER, editor_schemas  # noqa: PLC0415
    from generator.publish import publish  # noqa: PLC0415

    files = editor_schemas(catalogue_of(catalog))
    publish(files, Path(FOLDER))
    click.echo(f"写好 {len(files)} 个：{FOLDER}/")


@click.command()
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
