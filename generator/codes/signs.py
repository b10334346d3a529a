"""Codes of signs: G."""

from generator.codes.code import Code

SIGNS: dict[str, Code] = {
}  # fmt: skip
