"""Write new files: `qingdan new certificate hubei …`, its flags made from the schema."""

import re
import sys
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

import click

from generator.authoring.draft import Shelf, judged, read_shelf, same_matter
from generator.authoring.files import write_new
from generator.authoring.flags import Flag, choices, flags_of, missing, read, said, together
from generator.authoring.new_file import NewFile, new_file, path_of, proposed_slug, with_basis
from generator.authoring.outline import Outline, outline_of
from generator.catalogue.model import ROOT
from generator.commands.common import CATALOG, known_place, print_findings, yaml_cache
from generator.findings import has_errors
from generator.reading.document import Json
from generator.reading.walk import MAX_SLUG, RESERVED

KINDS = {
    "place": "place", "source": "sources", "certificate": "certificates", "task": "tasks", "form": "forms",
    "mechanism": "mechanisms", "sign": "signs", "facility": "facilities", "provision": "provisions",
    "list": "lists", "figure": "figures", "proposal": "proposals",
}  # fmt: skip


@click.group()
def new() -> None:
    """新写一个文件：知道的填上，不知道的留作注释，不覆盖已有的。"""


def _command(name: str, outline: Outline) -> click.Command:
    flags = flags_of(outline)
    about = f"新写一个文件：{outline.title}。终端上会问缺什么；不在终端上，缺的要用选项写。"
    parent = "上级地方，如 hubei；各省的上级写 national" if outline.kind == "place" else "地方，如 hubei"
    place = click.Argument(["place"], metavar="PLACE")
    slug = click.Argument(["slug"], required=False, metavar="[SLUG]")
    options = [flag_option(flag) for flag in flags]
    help_text = f"{about}\n\nPLACE 是{parent}；SLUG 是文件名（小写字母、数字、连字符），不写就用拼音。"
    command = click.Command(
        name,
        params=[place, slug, *options],
        help=help_text,
        short_help=outline.title,
        callback=_writer(outline),
    )
    CATALOG(command)
    return command


def flag_option(flag: Flag) -> click.Option:
    """Return the option of a flag; what it says of itself comes from the schema."""
    words = f"；可写 {choices(flag.field)}" if flag.field.words else ""
    many = "；可以写几次" if flag.field.shape == "texts" else ""
    need = "【必填】" if flag.needed else ""
    return click.Option(
        [f"--{flag.name}", _parameter(flag)], multiple=True, metavar="…",
        help=f"{need}{flag.field.said}{words}{many}",
    )  # fmt: skip


def given_by(flags: Sequence[Flag], told: Mapping[str, Sequence[str]]) -> dict[str, Sequence[str]]:
    """Return what was said by each flag that was used."""
    return {flag.name: texts for flag in flags if (texts := told[_parameter(flag)])}


def _parameter(flag: Flag) -> str:
    return f"flag_{flag.name.replace('-', '_')}"


def _writer(outline: Outline) -> Callable[..., None]:
    def write(place: str, slug: str | None, catalog: Path, **told: Sequence[str]) -> None:
        given = given_by(flags_of(outline), told)
        shelf = read_shelf(catalog, yaml_cache())
        known_place(shelf.catalogue, place)
        values = with_basis(outline, together(outline, asked(outline, given, shelf, place)))
        chosen = _slug(shelf, outline, place, slug, values)
        put(shelf, new_file(outline, place, chosen, values, heading(shelf, outline.title, place)))

    return write


def asked(outline: Outline, given: dict[str, Sequence[str]], shelf: Shelf, place: str) -> dict[str, Json]:
    """Return the values of flags, with what is missing asked for on a terminal; wrong use where nobody can be asked."""
    try:
        values = said(flags_of(outline), given)
    except ValueError as wrong:
        raise click.UsageError(str(wrong)) from None
    lacking = missing(outline, given)
    if lacking and not sys.stdin.isatty():
        raise click.UsageError("\n".join(_lack(flag) for flag in lacking))
    for flag in lacking:
        values[flag.name] = _prompt(flag, _hint(flag, shelf, place))
    return values


def _lack(flag: Flag) -> str:
    words = f"，可写 {choices(flag.field)}" if flag.field.words else ""
    return f"缺少 --{flag.name}（{flag.field.said}{words}）"


def _prompt(flag: Flag, hint: str) -> Json:
    many = flag.field.shape == "texts"
    while True:
        click.echo(f"{flag.field.said}{'（几个之间用顿号隔开）' if many else ''}{hint}", err=True)
        text = click.prompt("  请填", err=True)
        parts = [part for part in re.split("[、；;]", text) if part.strip()] if many else [text]
        value = read(flag.field, parts)
        if not isinstance(value, ValueError):
            return value
        click.echo(str(value), err=True)


def _hint(flag: Flag, shelf: Shelf, place: str) -> str:
    if flag.field.words:
        return f"\n  可写 {choices(flag.field)}"
    if flag.field.shape == "yes_or_no":
        return "（是/否）"
    if flag.field.refers == "source":
        own = sorted(source.slug for source in shelf.catalogue.sources.values() if source.place == place)
        return (
            f"\n  本地已有：{'、'.join(own[:12])}\n" if own else "\n  本地还没有文件：先 qingdan new source\n"
        )
    return ""


_SLUG = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")


def _slug(shelf: Shelf, outline: Outline, place: str, slug: str | None, values: dict[str, Json]) -> str:
    """Return the file's slug: as given, as elsewhere for the same matter, or by pinyin."""
    same = same_matter(shelf.catalogue, outline.kind, place, str(values.get("name")))
    if same is not None and same[1] in shelf.catalogue.chain(place):
        home = shelf.catalogue.places[same[1]].name
        raise click.UsageError(
            f"{home}已经列了“{values['name']}”（{same[0]}）。要改它：qingdan new change {place} {same[0]} 字段"
        )
    if slug is None and same is not None:
        slug = same[0].partition("/")[2]
        click.echo(f"别处同名的事项用的是 {slug}，这里也用它：同一件事，一个编号", err=True)
    chosen = slug or proposed_slug(shelf.catalogue, outline.kind, place, values)
    if not _SLUG.fullmatch(chosen) or len(chosen) > MAX_SLUG or chosen in RESERVED:
        raise click.UsageError(
            f"文件名“{chosen}”不行：要小写字母、数字、连字符，不超过 {MAX_SLUG} 个字符，请写明 SLUG"
        )
    path = shelf.root / path_of(outline.kind, place, chosen)
    if path.exists():
        raise click.UsageError(f"已经有 {path.as_posix()}，没有动它；换一个 SLUG，或者直接改那个文件")
    return chosen


def heading(shelf: Shelf, title: str, place: str) -> list[str]:
    """Return the comment lines at the head of a new file: what it is and the next steps."""
    name = "" if place == ROOT else shelf.catalogue.places[place].name
    return [
        f"{name}　{title}".strip("　"),
        "下一步：",
        "  1. 对着文件核对下面的值，补上知道的；文件没有写的不填。",
        f"  2. qingdan check {shelf.label}　　看有没有错误，每条都写明怎么改。",
        "  3. qingdan serve --preview　　在浏览器里看页面。",
        "  4. 提交，发起合并请求（docs/guides/publish.md）。这几行注释可以删去。",
    ]


def put(shelf: Shelf, file: NewFile) -> None:
    """Write a file that would pass the check, and say what comes next; refuse it with the findings otherwise."""
    found = judged(shelf, file.path, file.text)
    print_findings(found)
    target = shelf.root / file.path
    if has_errors(found):
        click.echo(f"照这样写检查通不过，没有写 {target.as_posix()}", err=True)
        raise SystemExit(1)
    try:
        write_new(target, file.text)
    except FileExistsError:
        raise click.UsageError(f"已经有 {target.as_posix()}，没有动它") from None
    click.echo(f"写好 {target.as_posix()}")
    click.echo(f"接着：对着文件核对、补全，再运行 qingdan check {shelf.label}")


for _name, _kind in KINDS.items():
    new.add_command(_command(_name, outline_of(_kind)))
