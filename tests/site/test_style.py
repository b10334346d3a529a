"""The theme's style sheet loses what no page can use, and nothing else."""

import pytest

from generator.site.style import carried, trimmed

PAGE = carried(
    ['<html><p id="top" class="a b">', '{% if x %}<i class="c-{{ x }} d">{% endif %}', 'made.className = "e"']
)


def test_what_pages_carry_is_read_from_pages_templates_and_scripts() -> None:
    assert PAGE.classes == {"a", "b", "c-", "d", "e"}
    assert PAGE.ids == {"top"}
    assert PAGE.tags == {"html", "head", "body", "tbody", "p", "i"}


@pytest.mark.parametrize(
    "kept",
    [".a{x:1}", "p.b:hover{x:1}", ":root{x:1}", "p:not(.gone){x:1}", ":is(.gone,.a) p{x:1}", "#top>i{x:1}",
     "[dir=ltr] p{x:1}", "*,:after{x:1}", "@media print{.a{x:1}}", "@font-face{x:1}", "p::before{x:1}"],
)  # fmt: skip
def test_a_rule_that_may_meet_something_stays(kept: str) -> None:
    assert trimmed(kept, PAGE) == kept


@pytest.mark.parametrize(
    "gone",
    [".gone{x:1}", ".a.gone{x:1}", "video{x:1}", "#gone{x:1}", ".a:is(.gone,.away){x:1}", "@media print{.gone{x:1}}",
     "[data-md-state=on] .a{x:1}", "/* note */"],
)  # fmt: skip
def test_a_rule_that_can_meet_nothing_goes(gone: str) -> None:
    assert trimmed(gone, PAGE) == ""


def test_a_list_of_selectors_loses_the_idle_ones() -> None:
    assert trimmed(".gone,.a,video{x:1}", PAGE) == ".a{x:1}"


def test_variables_go_once_nothing_reads_them() -> None:
    css = ":root{--one:1;--two:var(--one);--three:3}.a{x:var(--three)}"
    assert trimmed(css, PAGE) == ":root{--three:3;}.a{x:var(--three)}"
