from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.dates import chinese, parse


@pytest.mark.parametrize(
    "text", ["2024-02-30", "0000", "2024-13", "24-01-01", "2024-1-1", "２０２４", "", "2024-00"]
)
def test_no_such_day(text: str) -> None:
    assert parse(text) is None


def test_f1_an_imprecise_date_stands_for_its_first_day_and_blurs_inside() -> None:
    month = parse("2020-12")
    assert month is not None
    assert (month.first, month.last, month.settled) == (
        date(2020, 12, 1),
        date(2020, 12, 31),
        date(2021, 1, 1),
    )
    assert month.blurs(date(2020, 12, 31))
    assert not month.blurs(date(2021, 1, 1))
    day = parse("2020-02-29")
    assert day is not None
    assert day.exact
    assert not day.blurs(date(2020, 2, 29))


def test_chinese() -> None:
    assert [chinese(t) for t in ("2020", "2020-12", "2020-12-01", "x")] == [
        "2020年",
        "2020年12月",
        "2020年12月1日",
        "x",
    ]


@given(st.dates(), st.sampled_from([4, 7, 10]))
def test_every_day_lies_inside_its_own_year_month_and_day(day: date, length: int) -> None:
    found = parse(day.isoformat()[:length])
    assert found is not None
    assert found.first <= day <= found.last
    assert found.exact == (length == 10)


@given(st.text(max_size=12))
def test_no_text_makes_it_fail(text: str) -> None:
    found = parse(text)
    assert found is None or found.text == text
