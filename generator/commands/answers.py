"""What people tell `qingdan new`: by flags, or on a terminal where they are asked for what is missing."""

import re
import sys
from collections.abc import Mapping, Sequence

import click

from generator.authoring.draft import Shelf
from generator.authoring.flags import Flag, choices, flags_of, missing, read, said
from generator.authoring.outline import Outline
from generator.commands.speech import LackingError, both, say
from generator.reading.document import Json


def flag_option(flag: Flag) -> click.Option:
    """Return the option of a flag; what it says of itself comes from the schema."""
    zh, en = ["【必填】", "[required] "] if flag.needed else ["", ""]
    zh, en = zh + flag.field.said, en + flag.field.said  # the schema speaks Chinese
    if flag.field.words:
        zh, en = f"{zh}；可写 {choices(flag.field)}", f"{en}; one of {choices(flag.field)}"
    if flag.field.shape == "texts":
        zh, en = f"{zh}；可以写几次", f"{en}; may be given again"
    return click.Option(
        [f"--{flag.name}", _parameter(flag)], multiple=True, metavar="VALUE",
        help=both(zh, en),
    )  # fmt: skip


def given_by(flags: Sequence[Flag], told: Mapping[str, Sequence[str]]) -> dict[str, Sequence[str]]:
    """Return what was said by each flag that was used."""
    return {flag.name: texts for flag in flags if (texts := told[_parameter(flag)])}


def _parameter(flag: Flag) -> str:
    return f"flag_{flag.name.replace('-', '_')}"


def values_of(flags: Sequence[Flag], given: Mapping[str, Sequence[str]]) -> dict[str, Json]:
    """Return the values of flags; a wrong one is wrong use."""
    try:
        return said(flags, given)
    except ValueError as wrong:
        raise click.UsageError(str(wrong)) from None


def answers(
    outline: Outline, given: Mapping[str, Sequence[str]], shelf: Shelf, place: str
) -> dict[str, Json]:
    """Return the value of each flag given, and of each that is missing, asked for on a terminal.

    Where nobody can be asked, wrong use names every flag that is missing.
    """
    values = values_of(flags_of(outline), given)
    lacking = missing(outline, given)
    if lacking and not sys.stdin.isatty():
        raise LackingError([_lack(flag) for flag in lacking])
    for flag in lacking:
        values[flag.name] = _prompt(flag, _hint(flag, shelf, place))
    return values


def _lack(flag: Flag) -> str:
    zh = f"，可写 {choices(flag.field)}" if flag.field.words else ""
    en = f", one of {choices(flag.field)}" if flag.field.words else ""
    return say(
        f"缺少 --{flag.name}（{flag.field.said}{zh}）", f"--{flag.name} is missing ({flag.field.said}{en})"
    )


def _prompt(flag: Flag, hint: str) -> Json:
    many = flag.field.shape == "texts"
    while True:
        click.echo(
            f"{flag.field.said}{say('（几个之间用顿号隔开）', ' (several parted by 、)') if many else ''}{hint}",
            err=True,
        )
        text = click.prompt(say("  请填", "  value"), err=True)
        parts = [part for part in re.split("[、；;]", text) if part.strip()] if many else [text]
        value = read(flag.field, parts)
        if not isinstance(value, ValueError):
            return value
        click.echo(str(value), err=True)


def _hint(flag: Flag, shelf: Shelf, place: str) -> str:
    if flag.field.words:
        return say("\n  可写 ", "\n  one of ") + choices(flag.field)
    if flag.field.shape == "yes_or_no":
        return say("（是/否）", " (是/否: yes/no)")
    if flag.field.refers == "source":
        own = sorted(source.slug for source in shelf.catalogue.sources.values() if source.place == place)
        if own:
            return say("\n  本地已有：", "\n  there are: ") + "、".join(own[:12])
        return say("\n  本地还没有文件：先 qingdan new source", "\n  none here yet: qingdan new source")
    return ""
