"""Findings for a terminal: what `text` says, with the line of the file, the place underlined, and colours.

Only who looks at a screen gets these; what is piped on is `text`, a finding a line, and stays as it is.
"""

from collections.abc import Callable, Iterable, Iterator

import click

from generator.findings import Finding, Lang, Position, Severity
from generator.report.columns import width, wrap
from generator.report.text import second_line, severity_word

_COLOURS = {Severity.ERROR: "red", Severity.WARNING: "yellow", Severity.NOTE: "cyan"}
_GUTTER = "    "
Source = Callable[
    [Position], str | None
]  # the line of the file at a place, on one printable line; None without


def paragraphs(findings: Iterable[Finding], lang: Lang, columns: int, source: Source) -> Iterator[str]:
    """Yield the lines of each finding, no wider than `columns`; an empty line between two."""
    for number, found in enumerate(findings):
        if number:
            yield ""
        colour = _COLOURS[found.severity]
        kind = f"{found.code} {severity_word(found.severity, lang)}"
        yield f"{click.style(str(found.position), bold=True)} {click.style(kind, fg=colour, bold=True)}"
        yield from wrap(found.message.say(lang), columns, _GUTTER)
        line = source(found.position)
        if line is not None and line.strip():
            yield from _excerpt(found.position, line, columns, colour)
        head, told = second_line(found, lang)
        first, *rest = wrap(told, columns, _GUTTER + " " * width(head))
        yield _GUTTER + click.style(head, fg="green") + first[len(_GUTTER) + width(head) :]
        yield from rest


def _excerpt(at: Position, line: str, columns: int, colour: str) -> Iterator[str]:
    """Yield the line with its number and a mark below the place; of a long line, what is around the place."""
    number = f"{at.line:>5} │ "
    begin = min(at.column - 1, len(line))
    same = at.end_line == at.line and at.end_column > at.column
    end = min(at.end_column - 1, len(line)) if same else begin + 1 if not at.end_line else len(line)
    room = columns - width(number)
    start = 0
    while width(line[start:begin]) > room * 2 // 3:
        start += 1
    stop = len(line)
    while width(line[start:stop]) > room:
        stop -= 1
    yield click.style(number, dim=True) + line[start:stop]
    marks = "^" * max(1, width(line[begin : min(end, stop)]))
    yield " " * (width(number) + width(line[start:begin])) + click.style(marks, fg=colour, bold=True)
