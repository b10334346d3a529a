"""Policy rules: one rule, one module, each with its code and its manual as docstring."""

from collections.abc import Callable, Iterator

from generator.catalogue.model import Catalogue
from generator.findings import Finding
from generator.rules import (
    b101_no_basis,
    c101_no_default,
    i120_same_name,
    i123_redirects,
    x101_references,
    x108_basis_ids,
    x112_articles,
    x114_register,
)

Rule = Callable[[Catalogue], Iterator[Finding]]
RULES: tuple[Rule, ...] = (
    x101_references.check,
    x108_basis_ids.check,
    b101_no_basis.check,
    c101_no_default.check,
    i120_same_name.check,
    i123_redirects.check,
    x112_articles.check,
    x114_register.check,
)

__all__ = ["RULES", "Rule"]
