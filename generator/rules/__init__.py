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


# What these say of an item hangs on no other than those that bear on it (resolve/groups.py): they look at the cases
# of one step at a time. A rule that is missing here is only asked again of the whole catalogue.
BY_ITEM: tuple[Rule, ...] = tuple(
    rule for rule in RULES
    if rule.name.partition("_")[0] in
    {"c102", "c103", "c104", "c105", "c106", "c107", "c108", "c109", "c119", "c120", "c121"}
)  # fmt: skip


def rule_of(code: str) -> Rule | None:
    """Return the rule that gives a code, None where the schema, the reader or the fold gives it."""
    return next((rule for rule in RULES if code in rule.codes), None)


__all__ = ["BY_ITEM", "RULES", "Check", "Edit", "Rule", "rule_of"]
