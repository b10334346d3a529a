"""What findings look like on a terminal: nothing wider than it, and the mark under the place."""

import click

from generator.codes import finding
from generator.findings import Acceptance, Finding, Position
from generator.report import paragraphs
from generator.report.columns import width, wrap

LINE = "name: 户口登记，见“表一”  # 注"


def seen(found: Finding, line: str | None, columns: int = 80) -> list[str]:
    return [click.unstyle(told) for told in paragraphs([found], "zh", columns, lambda _: line)]


def test_the_mark_stands_below_wide_characters() -> None:
    at = Position("catalog/a.yaml", 3, 9, 3, 11)
    told = seen(finding("U110", at, found="登记"), LINE)
    assert told[0] == "catalog/a.yaml:3:9 U110 警告"
    assert told[2] == f"    3 │ {LINE}"
    assert told[3] == " " * (8 + 6 + 4) + "^^^^"
    assert width(told[2][: told[2].index("登")]) == len(told[3]) - 4


def test_a_place_without_end_or_beyond_the_line_has_one_mark() -> None:
    assert seen(finding("Y103", Position("a", 1, 1), problem="", problem_en=""), "a b")[3] == " " * 8 + "^"
    assert seen(finding("Y103", Position("a", 1, 90), problem="", problem_en=""), "a b")[3] == " " * 11 + "^"


def test_of_a_long_line_the_place_is_shown() -> None:
    line = "字" * 300 + "错" + "字" * 300
    told = seen(finding("U110", Position("a", 1, 301, 1, 302), found="错"), line)
    assert all(width(one) <= 80 for one in told)
    assert width(told[2][: told[2].index("错")]) == told[3].index("^")


def test_without_a_line_there_is_no_excerpt() -> None:
    told = seen(finding("W126", Position("t.xlsx", cell="事项!A1")), None)
    assert told == ["t.xlsx:1:1(事项!A1) W126 错误", "    表格是空的", "    改法：第一行写表头，下面写内容"]


def test_what_a_file_accepts_is_told_with_its_reason() -> None:
    found = finding("U110", Position("a"), found="Ａ")
    accepted = Finding(
        found.position,
        found.code,
        found.severity,
        found.message,
        found.cure,
        None,
        Acceptance("原文如此", "2026-01-01"),
    )
    assert seen(accepted, None)[-1] == "    已接受（2026-01-01）：原文如此"


def test_lines_break_between_characters_and_not_before_a_closing_mark() -> None:
    assert list(wrap("甲乙丙，丁戊", 6)) == ["甲乙", "丙，丁", "戊"]
    assert list(wrap("甲（乙）abc def", 8, "  ")) == ["  甲", "  （乙）", "  abc", "  def"]
    assert list(wrap("", 8)) == [""]
    assert list(wrap("a" * 20, 8)) == ["a" * 20]
