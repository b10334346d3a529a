"""The table of the Opinion's clauses: what a manual says it enforces is what the table says, and the other way."""

from pathlib import Path

import pytest

from generator.clauses import CLAUSES, OPINION, points_of
from generator.codes import CODES
from generator.rules import RULES, Rule, rule_of

ROOT = Path(__file__).parents[1]


def test_a_clause_has_codes_or_a_reason_and_never_both() -> None:
    for clause in CLAUSES:
        assert bool(clause.codes) != bool(clause.reason), clause.says
        assert all(code in CODES and rule_of(code) for code in clause.codes), clause.codes


def test_points_are_read_from_references() -> None:
    assert points_of(f"{OPINION} 二（二）第4点、第6点; FOLD F26.") == {"二（二）第4点", "二（二）第6点"}
    assert points_of(f"FOLD F25; {OPINION} 二（三）第8点、三（三）末段 (社区参照).") == {
        "二（三）第8点",
        "三（三）末段",
    }
    assert points_of("村民委员会组织法 第四十三条.") == frozenset()


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_a_manual_names_the_points_under_which_the_table_has_it(rule: Rule) -> None:
    tabled = {clause.point for clause in CLAUSES if set(clause.codes) & set(rule.codes)}
    assert points_of(rule.sections["References"]) == tabled


def test_what_no_rule_can_show_names_a_provision_that_stands_in_the_catalogue() -> None:
    named = [
        word.partition("provisions/")[2].rstrip("）") for clause in CLAUSES for word in [clause.reason]
        if "provisions/" in word
    ]  # fmt: skip
    assert named and all((ROOT / f"catalog/national/provisions/{slug}.yaml").is_file() for slug in named)
