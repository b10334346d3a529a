"""Policy rules: one rule, one module, each with its codes and its manual as docstring (see rule.py)."""

import pkgutil
from importlib import import_module

from generator.rules.rule import Check, Edit, Rule

# Every module of this package with a `check` is a rule: none can be forgotten in a list.
RULES: tuple[Rule, ...] = tuple(
    Rule(module, module.check)
    for info in sorted(pkgutil.iter_modules(__path__), key=lambda found: found.name)
    if hasattr(module := import_module(f"{__name__}.{info.name}"), "check")
)


def rule_of(code: str) -> Rule | None:
    """Return the rule that gives a code, None where the schema, the reader or the fold gives it."""
    return next((rule for rule in RULES if code in rule.codes), None)


__all__ = ["RULES", "Check", "Edit", "Rule", "rule_of"]
