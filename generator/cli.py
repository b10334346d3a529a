"""The command `qingdan`: parse, call, print, exit.

Exit status: 0 good, 1 findings, 2 wrong use, 3 our own fault (with a report file free of catalogue text).
"""

import gc
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import click

from generator import __version__
from generator.commands import COMMANDS
from generator.commands.help_page import Context, speaks_both
from generator.commands.speech import both, speak
from generator.commands.wrong_use import told
from generator.fault import write_report
from generator.findings import Lang


class Root(click.Group):
    """The command, whose wrong use is told by `wrong_use`."""

    context_class = Context

    def main(  # type: ignore[override]
        self, args: Sequence[str] | None = None, prog_name: str | None = None, **more: Any
    ) -> None:
        """Run as a program does: exit with a status."""
        try:
            status = super().main(args, prog_name, **{**more, "standalone_mode": False})
        except click.ClickException as error:
            click.echo(told(error), err=True)
            raise SystemExit(error.exit_code) from None
        except click.Abort:
            raise SystemExit(1) from None
        raise SystemExit(status if isinstance(status, int) else 0)


def _language(_context: click.Context, _parameter: click.Parameter, lang: Lang) -> Lang:
    speak(lang)
    return lang


@click.group(
    cls=Root,
    context_settings={"help_option_names": ["-h", "--help"]},
    help=both(
        "清单：检查村级事项目录，生成网站，绘制标牌和式样。",
        "Qingdan: check the directories of village matters, build the site, draw signs and layouts.",
    ),
)
@click.version_option(__version__, prog_name="qingdan")
@click.option(
    "--lang",
    type=click.Choice(["zh", "en"]),
    default="zh",
    is_eager=True,
    callback=_language,
    expose_value=False,
    help=both(
        "检查结果、用法用的语言；目录的内容总是中文。",
        "The language of findings and usage; directories are in Chinese.",
    ),
)
@click.option("--verbose", is_flag=True, help=both("说明每一步在做什么。", "Tell each step."))
@click.pass_context
def cli(context: click.Context, verbose: bool) -> None:  # noqa: D103 -- told by `help`
    context.obj = {"verbose": verbose}


for _command in COMMANDS:
    speaks_both(_command)
    cli.add_command(_command)


def main() -> None:
    """Run the command; our own faults end with status 3 and a report."""
    gc.set_threshold(100_000, 50, 1_000)  # a catalogue is a million small values, hardly any of them garbage
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace")
    try:
        cli()
    except Exception as error:  # the last line of defence, for our own faults only
        path = write_report(error, Path.cwd())
        click.echo(
            f"程序自己出错了，不是目录的问题。请把 {path.name} 发给维护者（里面没有目录的内容）。\n"
            f"The program itself failed, not the catalogue: please send {path.name} to the maintainers.",
            err=True,
        )
        raise SystemExit(3) from None
