"""Write new files: `qingdan new certificate hubei …`, its flags made from the schema."""

import re
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

import click

from generator.authoring.draft import Shelf, judged, read_shelf, same_matter
from generator.authoring.files import write_new
from generator.authoring.flags import flags_of, together
from generator.authoring.new_file import path_of, proposed_slug, with_basis
from generator.authoring.outline import Outline, outline_of
from generator.authoring.text import file_text
from generator.catalogue.model import ROOT
from generator.commands.answers import answers, flag_option, given_by
from generator.commands.common import CATALOG, known_place, print_findings
from generator.commands.speech import both, say, wrong_use
from generator.editor import modeline
from generator.findings import has_errors
from generator.reading import path_label
from generator.reading.document import Json
from generator.reading.walk import MAX_SLUG, RESERVED

KINDS = {
    "place": "place", "source": "sources", "certificate": "certificates", "task": "tasks", "form": "forms",
    "mechanism": "mechanisms", "sign": "signs", "facility": "facilities", "provision": "provisions",
    "list": "lists", "figure": "figures", "proposal": "proposals",
}  # fmt: skip
Asides = Mapping[str, Sequence[Sequence[str]]]


@click.group()
def new() -> None:
    """新写一个文件：知道的填上，不知道的留作注释，不覆盖已有的。

    Write a new file: what is known is filled in, the rest left as comments; nothing is overwritten.
    """


def kind_command(
    name: str, more: Sequence[click.Parameter] = (), run: Callable[..., None] | None = None
) -> click.Command:
    """Return the command that writes a file of a kind; `more` are further options, `run` what it does with them."""
    outline = outline_of(KINDS[name])
    parent = "上级地方，如 hubei；各省的上级写 national" if name == "place" else "地方，如 hubei"
    params = [
        click.Argument(["place"], metavar="PLACE"),
        click.Argument(["slug"], required=False, metavar="[SLUG]"),
        *more,
        *(flag_option(flag) for flag in flags_of(outline)),
    ]
    about = both(
        f"新写一个文件：{outline.title}。终端上会问缺什么；不在终端上，缺的要用选项写。\n\n"
        f"PLACE 是{parent}；SLUG 是文件名（小写字母、数字、连字符），不写就用拼音。",
        f"Write a new file ({name}). On a terminal you are asked for the rest; elsewhere options say it.\n\n"
        "PLACE is such as hubei (of a new place the one above); SLUG is the file's name, by default pinyin.",
    )
    callback = run or (lambda **told: write_kind(outline, **told))
    return CATALOG(
        click.Command(
            name,
            params=params,
            help=about,
            short_help=both(outline.title, f"A new {name}."),
            callback=callback,
        )
    )


def write_kind(outline: Outline, place: str, slug: str | None, catalog: Path, **told: Sequence[str]) -> None:
    """Write the file that the flags describe."""
    shelf, values = shelf_and_values(outline, place, catalog, told)
    write_file(shelf, outline, place, slug, values)


def shelf_and_values(
    outline: Outline, place: str, catalog: Path, told: Mapping[str, Sequence[str]]
) -> tuple[Shelf, dict[str, Json]]:
    """Return the catalogue and the values of a new file, asked for where they are missing."""
    given = given_by(flags_of(outline), told)
    shelf = read_shelf(catalog)
    known_place(shelf.catalogue, place)
    return shelf, with_basis(outline, together(outline, answers(outline, given, shelf, place)))


def write_file(
    shelf: Shelf, outline: Outline, place: str, slug: str | None, values: dict[str, Json],
    asides: Asides | None = None,
) -> None:  # fmt: skip
    """Write a file that would pass the check, and say what comes next; refuse it with the findings otherwise."""
    path = path_of(outline.kind, place, _slug(shelf, outline, place, slug, values))
    target = shelf.root / path
    if target.exists():
        raise _taken(target)
    text = file_text(outline, values, _heading(shelf, outline.title, place, path), asides)
    found = judged(shelf, path, text)
    print_findings(found)
    if has_errors(found):
        click.echo(
            say(
                f"照这样写检查通不过，没有写 {path_label(target)}",
                f"this would not pass the check; {path_label(target)} was not written",
            ),
            err=True,
        )
        raise SystemExit(1)
    try:
        write_new(target, text)
    except FileExistsError:
        raise _taken(target) from None
    click.echo(say(f"写好 {path_label(target)}", f"wrote {path_label(target)}"))
    click.echo(
        say(
            f"接着：对着文件核对、补全，再运行 qingdan check {shelf.label}",
            f"next: compare it with the document, fill it in, run qingdan check {shelf.label}",
        )
    )


def _taken(target: Path) -> click.UsageError:
    return wrong_use(
        f"已经有 {path_label(target)}，没有动它；换一个 SLUG，或者直接改那个文件",
        f"{path_label(target)} exists and was left alone; choose another SLUG or edit that file",
    )


_SLUG = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")


def _slug(shelf: Shelf, outline: Outline, place: str, slug: str | None, values: Mapping[str, Any]) -> str:
    """Return the file's slug: as given, as elsewhere for the same matter, or by pinyin."""
    same = same_matter(shelf.catalogue, outline.kind, place, str(values.get("name")))
    if same is not None and same[1] in shelf.catalogue.chain(place):
        home = shelf.catalogue.places[same[1]].name
        raise wrong_use(
            f"{home}已经列了“{values['name']}”（{same[0]}）。要改它：qingdan new change {place} {same[0]} 字段",
            f"{home} lists {values['name']} ({same[0]}). To change it: qingdan new change {place} {same[0]} FIELD",
        )
    if slug is None and same is not None:
        slug = same[0].partition("/")[2]
        click.echo(
            say(
                f"别处同名的事项用的是 {slug}，这里也用它：同一件事，一个编号",
                f"elsewhere the item of this name is {slug}, so here too: one matter, one id",
            ),
            err=True,
        )
    chosen = slug or proposed_slug(shelf.catalogue, outline.kind, place, values)
    if not _SLUG.fullmatch(chosen) or len(chosen) > MAX_SLUG or chosen in RESERVED:
        raise wrong_use(
            f"文件名“{chosen}”不行：要小写字母、数字、连字符，不超过 {MAX_SLUG} 个字符，请写明 SLUG",
            f"{chosen} is no file name: lower-case letters, digits, hyphens, {MAX_SLUG} at most; give a SLUG",
        )
    return chosen


def _heading(shelf: Shelf, title: str, place: str, path: str) -> list[str]:
    """Return the comment lines at the head of a new file: what it is and the next steps."""
    name = "" if place == ROOT else shelf.catalogue.places[place].name
    return [
        modeline(path),
        f"{name}　{title}".strip("　"),
        "下一步：",
        "  1. 对着文件核对下面的值，补上知道的；文件没有写的不填。",
        f"  2. qingdan check {shelf.label}　　看有没有错误，每条都写明怎么改。",
        "  3. qingdan serve --preview　　在浏览器里看页面。",
        "  4. 提交，发起合并请求（docs/guides/publish.md）。这几行注释可以删去。",
    ]


for _name in KINDS:
    new.add_command(kind_command(_name))
