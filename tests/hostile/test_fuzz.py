"""A bounded run of the fuzzer, and that it sees what it looks for. The long run is `make fuzz`."""

from pathlib import Path
from random import Random
from types import SimpleNamespace

import pytest

from generator.codes import finding
from generator.findings import Position
from tests.hostile.fuzz import FaultError, inspect, report, run, try_file, within
from tests.hostile.mutate import mutant, targets


def test_mutants_never_raise_and_every_finding_has_its_place(tmp_path: Path) -> None:
    *_, outcome = run(1_500, 5, tmp_path)
    assert not outcome.failed
    assert outcome.share("yaml") > 0.5
    assert outcome.share("schema") > 0.2


def test_a_mutant_is_known_by_its_seed() -> None:
    target = targets()[0]
    assert mutant(target, Random("1-2")) == mutant(target, Random("1-2"))
    assert len({mutant(target, Random(n)) for n in range(50)}) > 40


def test_mutants_are_made_of_every_kind() -> None:
    assert len({target.kind for target in targets()}) >= 12


def test_a_rule_that_raises_is_a_failure(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object) -> None:
        raise KeyError("x")

    monkeypatch.setattr("generator.check.RULES", [SimpleNamespace(name="x", check=broken)])
    with pytest.raises(KeyError):
        try_file(targets()[0], b"name: x\n", Random(1))


@pytest.mark.parametrize("at", [Position("f", 3, 1), Position("f", 1, 7), Position("f", 2, 2, 1, 1)])
def test_a_place_outside_the_file_is_a_fault(at: Position) -> None:
    with pytest.raises(FaultError):
        within([finding("Y105", at)], b"a: 1\nb: 2")
    within([finding("Y105", Position("f", 2, 5))], b"a: 1\nb: 2")


def test_a_finding_without_file_or_with_a_cursor_is_a_fault() -> None:
    for at in (Position(""), Position("f", 0), Position("a\nb")):
        with pytest.raises(FaultError):
            inspect([finding("Y105", at)])
    report((finding("Y105", Position("a,b:c%0A", 1, 1)),))
