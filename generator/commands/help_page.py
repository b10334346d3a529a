"""The page of help: in the language asked for, in columns that know that a Chinese character takes two."""

from collections.abc import Iterable
from typing import Any

import click

from generator.commands.speech import both, in_our_language, say
from generator.report.columns import width, wrap

# What the library says itself; English already.
_HEADINGS = {"Options": "选项", "Commands": "命令", "Positional arguments": "参数"}
_HELP = {"Show this message and exit.": "写出用法。", "Show the version and exit.": "写出版本。"}
_ARGUMENTS = (("[OPTIONS]", "[选项]"), ("COMMAND [ARGS]...", "命令 [参数]…"))


class Formatter(click.HelpFormatter):
    """Writes the parts of a page of help."""

    def write_usage(self, prog: str, args: str = "", prefix: str | None = None) -> None:
        """Write how the command is called."""
        for en, zh in _ARGUMENTS:
            args = args.replace(en, say(zh, en))
        head = say("用法：", "Usage: ")
        self._write(wrap(f"{prog} {args}", self.width, head, " " * width(head)))

    def write_heading(self, heading: str) -> None:
        """Write a heading."""
        self.write(f"{say(f'{_HEADINGS.get(heading, heading)}：', f'{heading}:')}\n")

    def write_text(self, text: str) -> None:
        """Write paragraphs."""
        indent = " " * self.current_indent
        for number, paragraph in enumerate(in_our_language(text).split("\n\n")):
            if number:
                self.write("\n")
            self._write(wrap(" ".join(paragraph.split("\n")), self.width, indent))

    def write_dl(self, rows: Iterable[tuple[str, str]], col_max: int = 30, col_spacing: int = 2) -> None:
        """Write names and what they mean in two columns."""
        indent = " " * self.current_indent
        rows = list(rows)
        longest = max((width(name) for name, _ in rows if width(name) <= col_max), default=0)
        hang = " " * (self.current_indent + longest + col_spacing)
        for name, text in rows:
            head = f"{indent}{name}"
            told = _help(text)
            if width(head) + col_spacing > width(hang):
                self.write(f"{head}\n")
                head = ""
            self._write(wrap(told, self.width, head + " " * (width(hang) - width(head)), hang))

    def _write(self, lines: Any) -> None:
        self.write("".join(f"{line}\n" for line in lines))


def _help(text: str) -> str:
    text, bracket, default = text.partition("  [default: ")
    told = say(_HELP.get(text, text), in_our_language(text))
    return told + (say(f"［默认：{default[:-1]}］", f"  [default: {default}") if bracket else "")


class Context(click.Context):
    """The context whose help is ours."""

    formatter_class = Formatter


def speaks_both(command: click.Command) -> None:
    """Give a command our page of help; its docstring says the Chinese, then the English in a paragraph of its own."""
    command.context_class = Context
    zh, _, en = (command.help or "").partition("\n\n")
    if en.isascii():
        command.help = command.short_help = both(zh, " ".join(en.split()))
    for inner in command.commands.values() if isinstance(command, click.Group) else ():
        speaks_both(inner)
