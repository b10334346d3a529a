"""The command `qingdan`: parse, call, print, exit.

Exit status: 0 good, 1 findings, 2 wrong use, 3 our own fault (with a report file free of catalogue text).
"""

import gc
import sys
from pathlib import Path

import click

from generator import __version__
from generator.commands import COMMANDS
from generator.fault import write_report


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="qingdan")
@click.option("--lang", type=click.Choice(["zh", "en"]), default="zh", help="检查结果用的语言。")
@click.option("--verbose", is_flag=True, help="说明每一步在做什么。")
@click.pass_context
def cli(context: click.Context, lang: str, verbose: bool) -> None:
    """清单：检查村级事项目录，生成网站，绘制标牌和式样。"""
    context.obj = {"lang": lang, "verbose": verbose}


for _command in COMMANDS:
    cli.add_command(_command)


def main() -> None:
    """Run the command; our own faults end with status 3 and a report."""
    gc.set_threshold(100_000, 50, 1_000)  # a catalogue is a million small values, hardly any of them garbage
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
