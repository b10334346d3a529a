"""Policy rules: one rule, one module, each with its code and its manual as docstring."""

from collections.abc import Callable, Iterator

from generator.catalogue.model import Catalogue
from generator.findings import Finding
from generator.rules import (
    b101_no_basis,
    c101_no_default,
    c202_same_as_excluded,
    x101_references,
    x108_basis_ids,
)

Rule = Callable[[Catalogue], Iterator[Finding]]
RULES: tuple[Rule, ...] = (
    x101_references.check,
    x108_basis_ids.check,
    b101_no_basis.check,
    c101_no_default.check,
    c202_same_as_excluded.check,
)

__all__ = ["RULES", "Rule"]
