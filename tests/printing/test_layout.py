import pytest

from generator.printing.layout import fit
from generator.printing.problems import DoesNotFit


def test_few_letters_do_not_drift_apart():
    layout = fit([1.0] * 3, 2400, 350)
    assert layout.letter_mm == 252
    assert layout.gap_mm == 252
    assert layout.start_mm == pytest.approx((2400 - 5 * 252) / 2)


def test_one_letter_is_centred():
    layout = fit([1.0], 300, 100)
    assert layout.start_mm + layout.letter_mm / 2 == pytest.approx(150)


def test_numbers_on_the_sheet_are_the_numbers_drawn():
    layout = fit([1.0] * 15, 2400, 350)
    assert layout.letter_mm == round(layout.letter_mm, 1)
    assert layout.pitch_mm == round(layout.pitch_mm, 1)


@pytest.mark.parametrize("advances", [[], [1.0] * 100])
def test_what_does_not_fit(advances):
    assert isinstance(fit(advances, 300, 100), DoesNotFit)
