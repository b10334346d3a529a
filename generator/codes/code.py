"""One row of the table of codes: severity, sentence and cure in Chinese and English."""

from dataclasses import dataclass

from generator.findings import Severity

E, W, N = Severity.ERROR, Severity.WARNING, Severity.NOTE


@dataclass(frozen=True)
class Code:
    """One row: what is said when this is found. Braces are filled with the values of the case at hand."""

    severity: Severity
    zh: str
    cure_zh: str
    en: str
    cure_en: str
