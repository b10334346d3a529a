"""What the command line says itself: all of it in both languages, within 80 columns, inert."""

import re
from collections.abc import Iterator

import click
import pytest
from click.testing import CliRunner, Result

from generator.cli import cli
from generator.codes import CODES
from generator.commands.speech import speak
from generator.report.columns import width
from generator.rules import MANUALS

HAN = re.compile("[一-鿿]")


def run(*arguments: str) -> Result:
    speak("zh")  # as a process begins
    return CliRunner(env={"COLUMNS": "80"}).invoke(
        cli, list(arguments), prog_name="qingdan", terminal_width=80
    )


def commands(command: click.Command = cli, above: tuple[str, ...] = ()) -> Iterator[tuple[str, ...]]:
    yield above
    for name, inner in command.commands.items() if isinstance(command, click.Group) else ():
        yield from commands(inner, (*above, name))


@pytest.mark.parametrize("command", list(commands()), ids=" ".join)
def test_help_speaks_the_language_asked_for(command: tuple[str, ...]) -> None:
    zh, en = run(*command, "--help").output, run("--lang", "en", *command, "--help").output
    assert zh.startswith("用法：qingdan") and "选项：\n" in zh
    assert not re.search("Options:|Commands:|Show this|default:", zh)
    assert en.startswith("Usage: qingdan") and "Options:\n" in en and "用法" not in en
    if command[:1] != ("new",):  # its flags are the schema's fields, which the schema describes in Chinese
        assert not HAN.search(re.sub("名称|序号|条件|[黑红白蓝]|金黄", "", en)), en
    for line in (zh + en).split("\n"):
        assert width(line) <= 80, line


WRONG = [
    (("frob",), "错误：没有命令“frob”", "Error: No such command 'frob'."),
    (("check", "--frob"), "错误：没有选项“--frob”", "Error: No such option '--frob'"),
    (("check", "--format", "x"), "错误：--format：“x”不行；可以写 text、", "'x' is not one of 'text',"),
    (("explain",), "错误：缺少参数 PLACE", "Error: Missing argument 'PLACE'."),
    (("serve", "--port", "x"), "错误：--port：“x”不是数字", "is not a valid integer range."),
    (("serve", "--port", "70000"), "70000 超出范围（0<=x<=65535）", "70000 is not in the range"),
    (("rule", "C999"), "没有代码“C999”", "no code C999"),
    (("build", "--on", "2024-02-30"), "“2024-02-30”不是一天", "2024-02-30 is no day"),
    (("count", "x"), "多写了“x”", "unexpected extra argument (x)"),
    (("check", "gone"), "没有“gone”这个文件或文件夹", "'gone' does not exist."),
    (("check", "--select"), "选项 --select 后面要写值", "requires an argument."),
    (("explain", "hubie", "x"), "没有地方“hubie”；可以写：hubei", "no place hubie; there are hubei"),
    (("diff", "x"), "请写成 BASE..HEAD", "write BASE..HEAD"),
]


@pytest.mark.parametrize(("arguments", "zh", "en"), WRONG, ids=[" ".join(case[0]) for case in WRONG])
def test_wrong_use_is_told_in_the_language_asked_for(arguments: tuple[str, ...], zh: str, en: str) -> None:
    chinese, english = run(*arguments), run("--lang", "en", *arguments)
    assert (chinese.exit_code, english.exit_code) == (2, 2)
    assert zh in chinese.stderr and re.match("用法：|错误：", chinese.stderr)
    assert en in english.stderr and not HAN.search(english.stderr)


EVIL = "x\x1b[31m\u202ey\rz\x07\u200b"


@pytest.mark.parametrize(
    "arguments",
    [
        (EVIL,), ("check", EVIL), ("check", f"--{EVIL}"), ("check", "--select", EVIL), ("check", "--format", EVIL),
        ("explain", EVIL, "x"), ("rule", EVIL), ("build", "--on", EVIL), ("diff", EVIL), ("diff", f"{EVIL}..HEAD"),
        ("owners", EVIL), ("count", EVIL), ("table", EVIL), ("new", EVIL), ("new", "task", EVIL),
        ("serve", "--out", EVIL),
        ("print", "sign", EVIL), ("print", "sign", "signs/x", "--set", EVIL),
        ("migrate", EVIL), ("new", "change", EVIL, "x"),
    ],
)  # fmt: skip
def test_what_was_typed_moves_no_cursor(arguments: tuple[str, ...]) -> None:
    for lang in ("zh", "en"):
        done = run("--lang", lang, *arguments)
        assert done.exit_code == 2, done.output
        assert all(line.isprintable() for line in done.output.split("\n")), repr(done.output)


@pytest.mark.parametrize("code", CODES)
def test_a_manual_fits_80_columns_in_both_languages(code: str) -> None:
    zh, en = run("rule", code.lower()).output, run("--lang", "en", "rule", code).output
    assert zh.startswith(f"{code} ") and "改法：" in zh and "mend: " in en
    prose = [line for line in (zh + en).split("\n") if not re.match(r"    ([-+] |in catalog/)", line)]
    assert all(width(line) <= 80 for line in prose), [line for line in prose if width(line) > 80]


def test_the_manual_of_c201_is_whole() -> None:
    zh, en = run("rule", "C201").output, run("--lang", "en", "rule", "C201").output
    for head, chinese in (
        ("What it does", "检查什么"), ("Why", "为什么"), ("Example", "例子"), ("Use instead", "应当写"),
        ("How to mend", "怎么改"), ("References", "依据"),
    ):  # fmt: skip
        assert f"\n{head}\n    " in en and f"\n{chinese}（{head}）\n    " in zh


def test_all_rules_are_listed() -> None:
    listed = [line.split()[0] for line in run("rule").output.split("\n") if re.match("[A-Z]", line)]
    assert listed == [code for rule in MANUALS for code in rule.codes]


def test_no_english_sentence_holds_chinese_of_ours() -> None:
    for code, row in CODES.items():
        left = re.sub("第三十七条|集体经济组织|第六十五条|是 or 否|第 in", "", f"{row.en} {row.cure_en}")
        assert not HAN.search(left), code
        assert HAN.search(row.zh + "甲") and not re.search(r"[一-鿿][,;:!?]|[,;:!?][一-鿿]", row.zh), code
