"""`qingdan new change`: a dated change of what a place inherits, with `was` filled in from the fold."""

import sys
from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Any

import click

from generator.authoring.change import Change, Target, change_of, target, targets, values_of
from generator.authoring.draft import Shelf, judged, read_shelf
from generator.authoring.files import replace_text, write_new
from generator.authoring.flags import flags_from, read
from generator.authoring.insert import with_change
from generator.authoring.outline import change_fields
from generator.commands.answers import flag_option, given_by
from generator.commands.answers import values_of as told_values
from generator.commands.common import CATALOG, day_of, known_place, print_findings
from generator.commands.speech import both, say, wrong_use
from generator.dates import parse
from generator.findings import has_errors
from generator.reading import path_label
from generator.reading.document import Json
from generator.resolve import resolve
from generator.resolve.directory import Item
from generator.resolve.explain import explain
from generator.resolve.plan import plan_of

_FLAGS = flags_from(change_fields())


def _run(
    place: str,
    item: str,
    field: str | None,
    new: Sequence[str],
    unset: bool,
    withdraw: bool,
    on: str | None,
    catalog: Path,
    **told: Sequence[str],
) -> None:
    """Write the change of an inherited item."""
    values_told = told_values(_FLAGS, given_by(_FLAGS, told))
    given = {flag.path[0]: values_told[flag.name] for flag in _FLAGS if flag.name in values_told}
    shelf = read_shelf(catalog)
    known_place(shelf.catalogue, place)
    start = _start(shelf, place, on, given)
    day = parsed.first if start and (parsed := parse(start)) else day_of(catalog, None)
    day = max(day, _begins(shelf, place, item) or day)
    held = _item(shelf, place, item, day)
    verb = "withdraw" if withdraw else "unset" if unset else "set"
    aim = None if withdraw else _target(held, field)
    values = _values(aim, new) if aim is not None and verb == "set" else {}
    below = held.introduced_by != place
    change = change_of(held, below, aim, verb, values, start, given)
    change = _filled(change, aim) if sys.stdin.isatty() else change
    _put(shelf, place, held, change, _labels(aim), day)


def _start(shelf: Shelf, place: str, on: str | None, given: Mapping[str, Json]) -> str | None:
    """Return the first day as it will be written: as told, else the document's, else none."""
    if on is not None:
        if parse(on) is None:
            raise wrong_use(
                f"--on “{on}”不是日期：请写成 2020、2020-12 或 2020-12-11 这样",
                f"--on {on} is no date: write 2020, 2020-12 or 2020-12-11",
            )
        return on
    source = shelf.catalogue.source(given["source"], place) if "source" in given else None
    dated = (source.in_force or source.issued) if source else None
    return dated.text if dated else None


def _begins(shelf: Shelf, place: str, item: str) -> date | None:
    """Return the first day on which an item is listed on the way to a place: an older document waits for it."""
    plan = plan_of(shelf.catalogue)
    steps = plan.on_chain(item, shelf.catalogue.chain(place)) if item in plan.steps else ()
    return min((max(step.first_day, step.not_before) for step in steps if step.number == 0), default=None)


def _item(shelf: Shelf, place: str, item: str, day: date) -> Item:
    directory = resolve(shelf.catalogue, place, day)
    if item not in directory.items:
        why = explain(shelf.catalogue, place, item, None, day).said
        raise wrong_use(
            f"{day.isoformat()} 这一天{place}的目录里没有 {item}：{why}",
            f"the directory of {place} on {day.isoformat()} has no {item}: {why}",
        )
    return directory.items[item]


def _target(item: Item, field: str | None) -> Target:
    if field is None:
        raise wrong_use(
            "要写明改哪个字段，如 name；整项不再列的写 --withdraw",
            "say which field, such as name; --withdraw takes the whole item out",
        )
    found = targets(item, field)
    if not found:
        raise wrong_use(
            f"{item.id} 没有字段“{field}”；现有的值：{'、'.join(item.values)}",
            f"{item.id} has no field {field}; it has {', '.join(item.values)}",
        )
    if len(found) > 1:
        raise wrong_use(
            f"“{field}”有几处，请写明是哪一处：{'、'.join(found)}",
            f"{field} is ambiguous: {', '.join(found)}",
        )
    aim = target(item.kind, found[0])
    if aim.field.shape == "entries":
        raise wrong_use(
            f"“{field}”有几条，请写明哪一条：{found[0]}.标识",
            f"{field} has several entries; say which: {found[0]}.ID",
        )
    return aim


def _values(aim: Target, new: Sequence[str]) -> dict[str, Json]:
    try:
        return values_of(aim, new)
    except ValueError as wrong:
        raise click.UsageError(str(wrong)) from None


def _labels(aim: Target | None) -> dict[str, str]:
    inner = {path: one.said for path, one in aim.leaves.items()} if aim else {}
    return {"from": "自哪一天起", "source": "依据的文件（本地 sources/ 里的，或者 地方/标识）", **inner}


def _filled(change: Change, aim: Target | None) -> Change:
    """Return the change with what is open asked for on a terminal; an empty answer leaves it open."""
    new, told = dict(change.new), dict(change.said)
    labels, start = _labels(aim), change.start
    for path in change.open:
        text = click.prompt(
            say(f"{labels[path]}（不知道就按回车）", f"{labels[path]} (Enter if unknown)"),
            default="",
            show_default=False,
            err=True,
        ).strip()
        if not text:
            continue
        if path == "from":
            start = text
        elif path == "source":
            told["source"] = text
        elif aim is not None:
            value = read(aim.leaves[path], [text])
            if isinstance(value, ValueError):
                raise click.UsageError(f"“{labels[path]}”{value}")
            new[path] = value
    return Change(start, told, change.verb, change.path, new, change.was, change.was_absent)


def _put(shelf: Shelf, place: str, item: Item, change: Change, labels: dict[str, str], day: date) -> None:
    path = f"{place}/{item.id}.yaml"
    target_file = shelf.root / path
    name = path_label(target_file)
    old = target_file.read_text("utf-8") if target_file.exists() else None
    if old is not None and not any(d.file == f"{shelf.label}/{path}" for d in shelf.documents):
        raise wrong_use(
            f"{name} 读不了，请先运行 qingdan check 改正", f"{name} cannot be read; run qingdan check first"
        )
    text = with_change(old, item.introduced_by, item.kind, change, labels)
    found = judged(shelf, path, text)
    if change.open:  # what is still to be filled in says nothing yet; a text that no file may hold does
        found = tuple(one for one in found if one.code.startswith("U"))
    print_findings(found)
    if has_errors(found):
        click.echo(
            say(
                f"照这样写检查通不过，没有写 {name}",
                f"this would not pass the check; {name} was not written",
            ),
            err=True,
        )
        raise SystemExit(1)
    if old is None:
        write_new(target_file, text)
    else:
        replace_text(target_file, text)
    click.echo(
        say(
            f"{'写好' if old is None else '改好'} {name}（改动前的值是 {day.isoformat()} 这一天的）",
            f"{'wrote' if old is None else 'changed'} {name} (`was` is as of {day.isoformat()})",
        )
    )
    for open_path in change.open:
        click.echo(
            say(
                f"  还要填 {open_path}：{labels[open_path]}",
                f"  still to fill in: {open_path} ({labels[open_path]})",
            )
        )
    click.echo(
        say(
            f"接着：对着文件核对，再运行 qingdan check {shelf.label}",
            f"next: compare it with the document, run qingdan check {shelf.label}",
        )
    )


def change_command() -> click.Command:
    """Return the command; its flags for the document, the reason and the like come from the schema."""
    params: list[click.Parameter] = [
        click.Argument(["place"], metavar="PLACE"),
        click.Argument(["item"], metavar="ITEM"),
        click.Argument(["field"], metavar="[FIELD]", required=False),
        click.Option(
            ["--set", "new"],
            multiple=True,
            metavar="VALUE",
            help=both(
                "新的值；字段有几个值的写 名称=值，可以写几次。",
                "The new value; NAME=VALUE where the field has several; may be given again.",
            ),
        ),
        click.Option(["--unset"], is_flag=True, help=both("去掉这个字段。", "Take the field out.")),
        click.Option(
            ["--withdraw"],
            is_flag=True,
            help=both("本地及以下不再列这一项。", "List the item no longer here and below."),
        ),
        click.Option(
            ["--on"],
            metavar="DATE",
            help=both(
                "从哪一天起，was 也取这一天的；不写就用文件的施行日、发布日。",
                "From which day, also that of `was`; by default the day the document takes hold or was issued.",
            ),
        ),
        *(flag_option(flag) for flag in _FLAGS),
    ]
    about = both(
        "改上级列出的一项：填好改动前的值（was）、日期和文件，放进本地的文件；没有写的留空，告诉您填什么。\n\n"
        "ITEM 如 certificates/kinship；FIELD 是要改的字段，如 name、time_limit、conflicts.标识。",
        "Change an inherited item: the values before (`was`), the date and the document are filled in; what is not"
        " known is left open and told.\n\nITEM is such as certificates/kinship, FIELD such as name or conflicts.ID.",
    )
    short = both("改上级列出的一项", "A change of an inherited item.")
    options: dict[str, Any] = {"params": params, "help": about, "short_help": short}
    return CATALOG(click.Command("change", callback=_run, **options))
