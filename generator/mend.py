"""`check --fix`: mend what is safe to mend, as edits of the text, so that comments and order stay.

Only findings that carry a `fix` are mended. A file that would not read afterwards is left as it was.
"""

import re
from collections.abc import Iterable
from pathlib import Path

from generator.findings import Finding
from generator.reading.document import Document
from generator.reading.yaml_reader import read_yaml


def mend_files(findings: Iterable[Finding], root: Path, label: str) -> tuple[Finding, ...]:
    """Mend the files below `root` (named with `label` in front) and return the findings that were mended."""
    by_file: dict[str, list[Finding]] = {}
    for found in findings:
        if found.fix is not None and found.position.end_line:
            by_file.setdefault(found.position.file, []).append(found)
    mended: list[Finding] = []
    for file, listed in by_file.items():
        path = root / file.removeprefix(f"{label}/")
        old = path.read_bytes()
        new = mended_text(old.decode("utf-8"), listed).encode()
        if isinstance(read_yaml(new, file), Document) or not isinstance(read_yaml(old, file), Document):
            path.write_bytes(new)
            mended += listed
    return tuple(mended)


_LINE_END = re.compile(r"\r\n|\r|\n")  # of Unix, Windows and old Macs, as the reader takes them


def mended_text(text: str, findings: Iterable[Finding]) -> str:
    """Return a text after the fixes of its findings, the last in the text first; of two that overlap, the first."""
    starts = [0, *(end.end() for end in _LINE_END.finditer(text))]
    head = 1 if text.startswith("\ufeff") else 0  # a byte order mark is no column
    edits = []
    for found in findings:
        at = found.position
        begin, end = (
            starts[line - 1] + column - 1 + (head if line == 1 else 0)
            for line, column in ((at.line, at.column), (at.end_line, at.end_column))
        )
        edits.append((begin, end, str(found.fix)))
    taken = len(text) + 1
    for begin, end, fix in sorted(set(edits), reverse=True):
        if end <= taken:
            text = text[:begin] + fix.replace("{}", text[begin:end]) + text[end:]
            taken = begin
    return text
