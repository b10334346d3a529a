import pytest

from generator.findings import Position, Severity
from generator.printing import problems as p

SAMPLES = (
    p.MissingGlyph("牌面文字", "𠮷", "Noto Sans SC"),
    p.InvisibleCharacter("牌面文字", "\u200b"),
    p.DoesNotFit("牌面文字", "字高不足"),
    p.SizeOutOfRange("尺寸", 0, 10, 5000),
    p.UnknownColour("字色", "彩虹", ("黑", "白")),
    p.TooLong("村牌", 2),
    p.UnreadableFont("a.ttf"),
)


@pytest.mark.parametrize("problem", SAMPLES, ids=lambda problem: problem.code)
def test_each_problem_becomes_a_finding(problem):
    finding = problem.finding(Position("catalog/national/signs/a.yaml", 5, 3))
    assert (finding.code, finding.severity) == (problem.code, Severity.ERROR)
    for text in (finding.message, finding.cure):
        assert text.zh
        assert text.en
    assert problem.where in finding.message.zh


def test_codes_are_distinct_and_listed():
    codes = [sample.code for sample in SAMPLES]
    assert codes == [f"P10{n}" for n in range(1, 8)]
    assert all(f"{s.code} {type(s).__name__}" in p.__doc__ for s in SAMPLES)
    assert {type(s) for s in SAMPLES} == set(p.Problem.__subclasses__())
