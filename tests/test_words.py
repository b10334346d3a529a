"""The words on screen are the design's, and no others."""

import pytest

from generator.words import REACHED_SENTENCES, VERDICTS, overall, verdict_words


@pytest.mark.parametrize(
    ("verdict", "reached_by", "words"),
    [
        ("must_issue", "explicit", "应当开"),
        ("may_issue", "named", "可以开（有条件）"),
        ("may_refuse", None, "可以不开"),
        ("must_not", "listed", "不能开"),
        ("not_needed", "explicit", "不用开"),
        ("not_needed", "inferred", "办事材料里没有这一项（据规定推断，以办理机关为准）"),
        ("unknown", None, "没有查到规定"),
    ],
)
def test_each_verdict_has_its_words(verdict: str, reached_by: str | None, words: str) -> None:
    assert verdict_words(verdict, reached_by) == words


def test_cases_that_differ_depend_on_the_case() -> None:
    told = overall([("must_not", "listed"), ("may_issue", "inferred")])
    assert (told.key, told.words) == ("depends", "视情况")
    assert told.sentences == (REACHED_SENTENCES["inferred"],)


@pytest.mark.parametrize("way", ["inferred", "residual"])
@pytest.mark.parametrize("verdict", VERDICTS)
def test_inference_is_said_under_any_verdict(verdict: str, way: str) -> None:
    assert overall([(verdict, way)]).sentences == (REACHED_SENTENCES[way],)


def test_no_case_is_no_rule_found() -> None:
    assert overall([]).words == "没有查到规定"
