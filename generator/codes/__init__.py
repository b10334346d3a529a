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
from generator.findings import Finding, Position, Severity, Text

CODES: dict[str, Code] = {**FILES, **DOCUMENTS, **INHERITANCE, **PROOFS, **WORK, **SIGNS, **TABLES}


def finding(
    code: str, position: Position, *, severity: Severity | None = None, fix: str | None = None, **values: Any
) -> Finding:
    """Return the finding `code` at `position`; `values` fill the braces of its row.

    `severity` overrides the row where a sentence of the fold makes an error a warning. `fix` is the text that safely
    replaces what stands at the place, where there is one.
    """
    row = CODES[code]
    filled = {key: _shown(value) for key, value in values.items()}
    return Finding(
        position,
        code,
        severity or row.severity,
        Text(row.zh.format_map(filled), row.en.format_map(filled)),
        Text(row.cure_zh.format_map(filled), row.cure_en.format_map(filled)),
        fix,
    )


def _shown(value: object) -> str:
    """Write a user's value on one line of a finding, short and without characters that move the cursor."""
    text = "".join(c if c.isprintable() else " " for c in str(value))
    return text if len(text) <= 80 else text[:79] + "…"


__all__ = ["CODES", "Code", "finding"]
