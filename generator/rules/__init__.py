"""Policy rules: one rule, one module, each with its codes and its manual as docstring (see rule.py)."""

import pkgutil
import re
from importlib import import_module

from generator.rules.rule import Check, Edit, Rule

# Every module of this package that is called by a code has a manual: none can be forgotten in a list.
MANUALS: tuple[Rule, ...] = tuple(
    Rule(import_module(f"{__name__}.{info.name}"))
    for info in sorted(pkgutil.iter_modules(__path__), key=lambda found: found.name)
    if re.match(r"[a-z]\d{3}_", info.name)
)
# What the fold finds by itself has a manual here and no check.
RULES: tuple[Rule, ...] = tuple(rule for rule in MANUALS if rule.checks)


# What these say of an item hangs on no other than those that bear on it (resolve/groups.py): they look at the cases
# of one step at a time. A rule that is missing here is only asked again of the whole catalogue.
BY_ITEM: tuple[Rule, ...] = tuple(
    rule for rule in RULES
    if rule.name.partition("_")[0] in
    {"c102", "c103", "c104", "c105", "c106", "c107", "c108", "c109", "c119", "c120", "c121"}
)  # fmt: skip


def rule_of(code: str) -> Rule | None:
    """Return what has the manual of a code, None where the schema or the reader gives it."""
    return next((rule for rule in MANUALS if code in rule.codes), None)


__all__ = ["BY_ITEM", "MANUALS", "RULES", "Check", "Edit", "Rule", "rule_of"]
