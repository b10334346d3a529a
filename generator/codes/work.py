"""Codes of tasks, forms, mechanisms and facilities: T, F, M."""

from generator.codes.code import Code

WORK: dict[str, Code] = {
}  # fmt: skip
