"""The table of finding codes, one row a code, in one module a family.

Codes are stable. Rows are the single source: `finding()` fills them, `docs/findings.md` is made from them.
"""

from typing import Any

from generator.codes.code import Code
from generator.codes.documents import DOCUMENTS
from generator.codes.files import FILES
from generator.codes.inheritance import INHERITANCE
from generator.codes.proofs import PROOFS
from generator.codes.signs import SIGNS
from generator.codes.tables import TABLES
from generator.codes.work import WORK
from generator.findings import Finding, Lang, Position, Severity, Text

CODES: dict[str, Code] = {**FILES, **DOCUMENTS, **INHERITANCE, **PROOFS, **WORK, **SIGNS, **TABLES}


def finding(
    code: str, position: Position, *, severity: Severity | None = None, fix: str | None = None, **values: Any
) -> Finding:
    """Return the finding `code` at `position`; `values` fill the braces of its row, several as a list, words of ours as a Text.

    `severity` overrides the row where a sentence of the fold makes an error a warning. `fix` is the text that safely
    replaces what stands at the place, where there is one.
    """
    row = CODES[code]
    zh = {key: _shown(value, "zh") for key, value in values.items()}
    en = {key: _shown(value, "en") for key, value in values.items()}
    return Finding(
        position,
        code,
        severity or row.severity,
        Text(row.zh.format_map(zh), row.en.format_map(en)),
        Text(row.cure_zh.format_map(zh), row.cure_en.format_map(en)),
        fix,
    )


def _shown(value: object, lang: Lang) -> str:
    """Write a user's value on one line of a finding, short and without characters that move the cursor."""
    if isinstance(value, Text):
        value = value.say(lang)
    elif isinstance(value, (list, tuple)):
        value = ("、" if lang == "zh" else ", ").join(map(str, value))
    text = "".join(c if c.isprintable() else " " for c in str(value))
    return text if len(text) <= 80 else text[:79] + "…"


__all__ = ["CODES", "Code", "finding"]
