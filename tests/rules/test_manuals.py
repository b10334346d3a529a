"""Every rule has its manual; each example is one edit of a real file, found by this rule and by nothing else."""

import re

import pytest

from generator.codes import CODES
from generator.rules import MANUALS, Edit, Rule
from tests.rules.edits import ROOT, after

EXAMPLES = [(rule, edit) for rule in MANUALS for edit in rule.examples]
# Rules about things that the catalogue does not have yet: their samples are made up, in tests/rules/test_rules.py.
MADE_UP = {"d109_place_in_time", "i123_redirects", "x112_articles", "x134_carries"}


@pytest.mark.parametrize("rule", MANUALS, ids=lambda rule: rule.name)
def test_the_manual_is_whole(rule: Rule) -> None:
    assert rule.codes and set(rule.codes) <= set(CODES), rule.title
    assert rule.codes[0].lower() == rule.name[:4]
    heads = ("What it does", "Why", "Example", "Use instead", "How to mend", "References")
    wanted = tuple(head for head in heads if head != "Example" or rule.name not in MADE_UP)
    assert tuple(rule.sections) in (heads, wanted), rule.name  # each, in this order
    assert all(rule.sections.values())
    assert rule.examples or rule.name in MADE_UP
    assert re.fullmatch(r"[A-Z]\d{3}(, [A-Z]\d{3})*: \S.*[^.]", rule.title), rule.title


@pytest.mark.parametrize(
    ("rule", "edit"), EXAMPLES, ids=[f"{r.name}-{n}" for n, (r, _) in enumerate(EXAMPLES)]
)
def test_an_example_is_wrong_for_one_reason(rule: Rule, edit: Edit) -> None:
    found = after(edit)
    assert found, "nothing is found"
    assert {f.code for f in found} <= set(rule.codes), [
        f"{f.position} {f.code} {f.message.zh}" for f in found
    ]
    assert {f.position.file for f in found} == {edit.file}, [str(f.position) for f in found]
    wanted = {code for code in rule.codes if rule.example_of(code) == edit}
    assert wanted <= {f.code for f in found}, "the examples stand in the order of the codes"


def test_a_code_without_an_example_has_a_test() -> None:
    """So that switching any rule off fails a test: the examples above, or one of these."""
    tests = "\n".join(path.read_text("utf-8") for path in (ROOT / "tests").rglob("test_*.py"))
    without = [code for rule in MANUALS for code in rule.codes if rule.example_of(code) is None]
    assert [code for code in without if not re.search(rf"\b{code}\b", tests)] == []


def test_every_code_of_a_rule_belongs_to_one_rule() -> None:
    codes = [code for rule in MANUALS for code in rule.codes]
    assert len(codes) == len(set(codes))
