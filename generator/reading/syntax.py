"""What the YAML parser could not read, as a finding: where it is best mended, and what is wrong in plain words."""

import re

from ruamel.yaml.error import MarkedYAMLError

from generator.codes import finding
from generator.findings import Finding, Position
from generator.reading.document import Mark

# The parser's sentences by their beginning: (Chinese, English).
_PROBLEMS = (
    (
        "mapping values are not allowed",
        "这里多了一个冒号，或者缩进不对",
        "a colon too many, or a wrong indent",
    ),
    ("sequence entries are not allowed", "这里不能写“-”", "a dash cannot stand here"),
    ("expected <block end>", "缩进或引号与上面的不一致", "indent or quotes do not fit those above"),
    ("could not find expected ':'", "字段名后面少了冒号", "no colon after the key"),
    ("found character '\\t'", "缩进用了制表符，要用空格", "a tab instead of blanks"),
    ("found character", "开头的符号不能这样用，文字要加引号", "a text that begins so needs quotes"),
    ("found unknown escape", "双引号里的“\\”后面写错了；改用单引号", "a wrong escape; use single quotes"),
    ("expected escape sequence", "双引号里的“\\”后面写错了；改用单引号", "a wrong escape; use single quotes"),
    ("expected ','", "方括号或花括号没有配对，或者少了逗号", "a bracket is open, or a comma is missing"),
    ("found unexpected", "没有写完，或者多了符号", "it ends too early, or a mark is too many"),
    ("expected the node content", "这里应当有内容", "a value is missing"),
    ("found undefined tag", "不能用 ! 标签", "tags are not allowed"),
)


def syntax_finding(error: MarkedYAMLError, text: str, file: str, quoted: Mark | None) -> Finding:
    """Return the finding of a parser's error; `quoted` is the last quoted text over several lines before it."""
    said, context = str(error.problem or ""), str(error.context or "")
    opens = "quoted scalar" in context and said.startswith("found unexpected")
    # An unclosed quote and a key without its colon are best mended where they begin, not where the parser gave up.
    begins = opens or context == "while scanning a simple key"
    mark = (error.context_mark if begins else error.problem_mark) or error.context_mark
    if mark is None:
        return finding("Y103", Position(file), problem="写法不对", problem_en=said)
    full_width = _full_width_colon(text.split("\n"), mark.line, file)
    if full_width is not None:
        return full_width
    if opens:
        return _open_quote(Position(file, mark.line + 1, mark.column + 1))
    if quoted is not None and quoted[2] == mark.line + 1:
        # It closed at the quote that was to open the next text: the one before it is the one left open.
        return _open_quote(Position(file, *quoted[:2]))
    zh, en = next(((zh, en) for head, zh, en in _PROBLEMS if said.startswith(head)), ("写法不对", said))
    return finding("Y103", Position(file, mark.line + 1, mark.column + 1), problem=zh, problem_en=en)


def _open_quote(at: Position) -> Finding:
    return finding("Y103", at, problem="引号没有配对", problem_en="the quote is not closed")


def _full_width_colon(lines: list[str], at: int, file: str) -> Finding | None:
    for number in (at, at - 1):  # a key with a full-width colon runs on into the next line
        line = lines[number] if 0 <= number < len(lines) else ""
        if "：" in line and ":" not in line:
            column = line.index("：") + 1
            return finding("Y104", Position(file, number + 1, column, number + 1, column + 1), fix=": ")
    return None


_BEFORE_CONTENT = re.compile(r"(?:[ \t]*(?:#[^\n]*)?\n)*")


def directive(text: str, file: str) -> Finding | None:
    """Return the finding of a directive before the content, None where there is none."""
    start = _BEFORE_CONTENT.match(text)
    at = start.end() if start else 0
    return finding("Y106", Position(file, text.count("\n", 0, at) + 1)) if text.startswith("%", at) else None
