"""Wrong use: the library's English sentences in Chinese, and nothing of what was typed may move a cursor."""

import re

import click
from click.exceptions import NoSuchCommand

from generator.commands.speech import LackingError, lang, say
from generator.reading.text import printable

# The library's sentences, and how they read in Chinese.
_SENTENCES = (
    (r"No such option '(?P<a>[^']*)'\.(?: \(?(?:Did you mean|Possible options:).*)?", "没有选项“{a}”"),
    (r"No such command '(?P<a>[^']*)'\.(?: \(?(?:Did you mean|Possible).*)?", "没有命令“{a}”"),
    (r"Option '(?P<a>.*)' requires an argument\.", "选项 {a} 后面要写值"),
    (r"Option '(?P<a>.*)' does not take a value\.", "选项 {a} 后面不写值"),
    (r"Got unexpected extra arguments? \((?P<a>.*)\)", "多写了“{a}”"),
    (r"Missing command\.", "要写明做什么：见下面的命令"),
    (r"\w+ '(?P<a>.*)' does not exist\.", "没有“{a}”这个文件或文件夹"),
    (r"\w+ '(?P<a>.*)' is a file\.", "“{a}”是文件，这里要文件夹"),
    (r"\w+ '(?P<a>.*)' is a directory\.", "“{a}”是文件夹，这里要文件"),
    (r"\w+ '(?P<a>.*)' is not readable\.", "“{a}”读不了，请检查权限"),
    (r"'(?P<a>.*)' is not one of (?P<b>.*)\.", "“{a}”不行；可以写 {b}"),
    (r"'(?P<a>.*)' is not a valid (?:integer|float)(?: range)?\.", "“{a}”不是数字"),
    (r"(?P<a>.*) is not in the range (?P<b>.*)\.", "{a} 超出范围（{b}）"),
)


def told(error: click.ClickException) -> str:
    """Return what is said of wrong use: how the command is called, where help is, what is wrong."""
    context = error.ctx if isinstance(error, click.UsageError) else None
    if context is None:
        return "\n".join(_shown(error))
    help_is = say("帮助：", "Help: ") + f"{context.command_path} --help"
    return "\n".join([context.get_usage(), help_is, "", *_shown(error)])


def _shown(error: click.ClickException) -> list[str]:
    sentences = error.sentences if isinstance(error, LackingError) else (_sentence(error),)
    first, *more = map(
        printable, sentences
    )  # a line end that was typed may not begin a line, nor a command of a CI log
    return [say("错误：", "Error: ") + first, *more]


def _sentence(error: click.ClickException) -> str:
    if lang() == "en":
        return error.format_message()
    if isinstance(error, click.MissingParameter):
        name = error.param.get_error_hint(error.ctx) if error.param and error.ctx else ""
        kind = "选项" if isinstance(error.param, click.Option) else "参数"
        return f"缺少{kind} {name.strip(chr(39))}"
    if isinstance(error, click.BadParameter):
        hint = error.param.get_error_hint(error.ctx).strip("'") if error.param and error.ctx else ""
        return f"{hint}：{_chinese(error.message)}" if hint else _chinese(error.message)
    if isinstance(error, click.NoSuchOption | NoSuchCommand) and error.possibilities:
        return f"{_chinese(error.format_message())}；是不是{'、'.join(error.possibilities)}"
    return _chinese(error.format_message())


def _chinese(message: str) -> str:
    for pattern, zh in _SENTENCES:
        if (found := re.fullmatch(pattern, message, re.DOTALL)) is not None:
            named = {name: text or "" for name, text in found.groupdict().items()}
            return zh.format_map({**named, "b": named.get("b", "").replace("', '", "、").replace("'", "")})
    return message
