"""Look after the machine and the catalogue: what is missing here, and older catalogues brought to this format."""

from pathlib import Path

import click
from ruamel.yaml.error import YAMLError

from generator.commands.common import CATALOG, catalogue_of
from generator.commands.speech import both, say, wrong_use
from generator.reading import path_label, read_catalogue_files


@click.command()
@click.argument(
    "catalog", type=click.Path(path_type=Path, exists=True, file_okay=False), default=Path("catalog")
)
@click.option(
    "--dry-run",
    is_flag=True,
    help=both("只说会改哪些文件，不写。", "Tell which files would change, write nothing."),
)
def migrate(catalog: Path, dry_run: bool) -> None:
    """把旧格式的目录升级到本程序的格式；注释和次序不变。

    Bring an older catalogue to this program's format; comments and order stay.
    """
    from generator.catalogue.migrate import FORMAT, plan  # noqa: PLC0415

    _, unread = read_catalogue_files(catalog, path_label(catalog))
    try:
        changed = {} if unread else plan(catalog)
    except (YAMLError, LookupError, TypeError, AttributeError, ValueError):
        changed = None  # an old file lacks what it must have
    if unread or changed is None:
        raise wrong_use(
            "目录里有读不了的文件，请先运行 qingdan check 改正",
            "some files cannot be read; run qingdan check first",
        )
    verb = say("将改", "would change") if dry_run else say("改好", "changed")
    for name, text in changed.items():
        click.echo(f"{verb} {path_label(catalog)}/{name}")
        if not dry_run:
            target = catalog / name
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_text(text, "utf-8", newline="")
    zh, en = f"已经是格式 {FORMAT}，不用改", f"already of format {FORMAT}"
    click.echo(say(f"{len(changed)} 个文件", f"{len(changed)} files") if changed else say(zh, en))


@click.command()
@CATALOG
def editor(catalog: Path) -> None:
    """给编辑器写好提示：字段、可写的词、现有的编号；VS Code 打开本文件夹会自己运行。

    Write what editors complete: keys, words, ids; VS Code runs this when it opens the folder.
    """
    from generator.editor import FOLDER, editor_schemas  # noqa: PLC0415
    from generator.publish import publish  # noqa: PLC0415

    files = editor_schemas(catalogue_of(catalog))
    publish(files, Path(FOLDER))
    click.echo(say(f"写好 {len(files)} 个：{FOLDER}/", f"wrote {len(files)}: {FOLDER}/"))


@click.command()
def doctor() -> None:
    """看看这台机器缺什么。

    Tell what this machine lacks.
    """
    from generator.doctor import examine  # noqa: PLC0415

    missing = False
    for part in examine():
        missing |= part.required and part.found is None
        mark = "✓" if part.found else ("✗" if part.required else "–")
        click.echo(f"{mark} {part.name}：{part.found or '没有'}（{part.needed_for}）")
    if missing:
        raise SystemExit(1)
