"""Options: which of them a value is, whatever their classes make of `==`."""

import datetime as dt
import enum
import time
from collections import namedtuple
from decimal import Decimal
from fractions import Fraction
from typing import Any

import numpy as np
import pandas as pd
import pytest

from ostinato.values.choice import Choice, options_of
from ostinato.values.choices import Choices
from ostinato.values.equality import is_same_kind_equal

NAN = float("nan")
DAY = dt.datetime(2020, 1, 2)
Pair = namedtuple("Pair", "a b")


class Text(str, enum.Enum):  # noqa: UP042  (scripts write it so)
    A = "a"
    B = "b"


class Number(enum.IntEnum):
    ONE = 1
    TWO = 2


class Raising:
    def __eq__(self, other: object) -> bool:
        raise RuntimeError("compared")

    __hash__ = object.__hash__


class Query:
    """A column: its `==` makes a query, which is true as all objects are."""

    def __eq__(self, other: object) -> Any:
        return Query()

    __hash__ = object.__hash__


class Name(str):
    __slots__ = ()

    def __eq__(self, other: object) -> bool:
        raise RuntimeError("compared")

    __hash__ = str.__hash__


FIRST, SECOND = Query(), Query()


def place(options: Any, value: Any) -> int | None:
    return options_of(options).place_of_value(value)


@pytest.mark.parametrize(
    ("options", "value", "expected"),
    [
        ([2019, 2020, 2021], np.int64(2021), 2),
        (list(np.array([2019, 2020, 2021])), 2021, 2),
        (np.array([2019, 2020]), np.int32(2020), 1),
        (pd.Series([2019, 2020]), np.float64(2020), 1),
        ([np.int64(1), np.int64(2)], np.int32(2), 1),
        ([1.0, 2.0], 2, 1),
        ([1, 2], 2.0, 1),
        ([1, 2], 2.5, None),
        ([0, 1], True, 1),
        ([False, True], 1, 1),
        ([0, 1], np.True_, 1),
        ([np.False_, np.True_], True, 1),
        ([1, 2], Decimal(2), 1),
        ([Decimal(1), Decimal(2)], 2, 1),
        ([Fraction(1, 2), Fraction(1)], 0.5, 0),
        ([1, 2], 2 + 0j, 1),
        (["a", "b"], Text.B, 1),
        (list(Text), "b", 1),
        (["a", "b"], np.str_("b"), 1),
        (list(Number), 2, 1),
        ([1, 2], Number.TWO, 1),
        ([1, 2], "2", None),
        (list(pd.date_range("2020-01-01", periods=2)), DAY, 1),
        ([DAY], pd.Timestamp(DAY), 0),
        ([DAY], DAY.date(), None),
        ([dt.timedelta(1), dt.timedelta(2)], pd.Timedelta(days=2), 1),
        ([(1, 2), (3, 4)], Pair(3, 4), 1),
        ([(1, 2), (3, 4)], (np.int64(3), 4.0), 1),
        ([(1, 2), (3, 4)], [3, 4], None),
        ([[1], [2]], (2,), None),
    ],
)
def test_w14_a_value_is_the_option_that_it_equals(
    options: Any, value: Any, expected: int | None
) -> None:
    assert place(options, value) == expected
    found = Choices(Choice(options_of(options)), "pills 'a'").adopt([value])[1]
    assert [each[0] for each in found] == ([] if expected is None else [expected])


@pytest.mark.parametrize(
    ("options", "value", "expected"),
    [
        ([1, True, 1.0], True, 1),
        ([True, 1], 1, 1),
        ([1, True], 1.0, 0),
        ([0, False, "", None], None, 3),
        (["a", Text.A], Text.A, 1),
        ([Text.A, "a"], "a", 1),
        ([np.int64(1), 1], 1, 1),
        ([FIRST, SECOND], SECOND, 1),
    ],
)
def test_the_same_goes_before_an_equal_one(options: Any, value: Any, expected: int) -> None:
    assert place(options, value) == expected
    wire = Choices(Choice(options_of(options)), "pills 'a'").adopt([value])[1]
    assert [each[0] for each in wire] == [expected]


@pytest.mark.parametrize(
    ("options", "value", "expected"),
    [
        ([Raising(), 1], True, 1),
        ([1, 2], Raising(), None),
        ([Raising()], Raising(), None),
        ([FIRST, "x"], "x", 1),
        ([FIRST], "x", None),
        (["x"], FIRST, None),
        ([Name("x"), "x"], "x", 1),
        ([np.array([2]), 2.0], 2, 1),
        ([np.array([1, 2]), 3], 3.0, 1),
        ([1, 2], np.array([2]), None),
        ([[1, 2]], np.array([1, 2]), None),
        ([np.array([1, 2]), np.array([3, 4])], np.array([3, 4]), 1),
        ([1.0, NAN], float("nan"), 1),
        ([1.0, NAN], np.float64("nan"), 1),
        ([np.float32("nan")], NAN, 0),
        ([NAN], Decimal("nan"), 0),
        ([Decimal("sNaN"), 1], True, 1),
        ([NAN], Decimal("sNaN"), None),
        ([NAN], pd.NaT, None),
        ([pd.NaT], NAN, None),
        ([pd.NA, 1], 1.0, 1),
        ([1], pd.NA, None),
        ([None], NAN, None),
    ],
)
def test_what_gives_no_answer_is_not_equal(options: Any, value: Any, expected: int | None) -> None:
    assert options_of(options, lambda _: "x").place_of_value(value) == expected


def test_w08_a_choice_stays_as_the_type_of_its_option_changes() -> None:
    before = Choice(options_of([2019, 2020]))
    after = Choice(options_of([np.int64(2019), np.int64(2020)]))
    value, wire = after.adopt(before.decode([1, "2020"]), before)
    assert (type(value), wire) == (np.int64, (1, "2020"))


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        ([1, 2, 3], ["0", "1", "2", "3"], 2),
        ([{"n": 1}, {"n": 2}], [{"n": 0, "m": 1}, {"n": 2, "m": 1}], 1),
        ([{"n": 1}, {"n": 1, "m": 2}], [{"n": 1, "m": 3}, {"n": 1, "m": 4}], 1),
    ],
)
def test_w08_a_choice_stays_by_its_text_if_no_option_equals_it(
    before: list[Any], after: list[Any], expected: int
) -> None:
    def text_of(one: Any) -> str:
        return str(one["n"] if isinstance(one, dict) else one)

    last, choice = (Choice(options_of(each, text_of)) for each in (before, after))
    value = last.decode([1, last.options.texts[1]])
    text = choice.options.texts[expected]
    assert choice.adopt(value, last) == (after[expected], (expected, text))
    several = Choices(choice, "pills 'a'").adopt([value], Choices(last, "pills 'a'"))
    assert several == ([after[expected]], [[expected, text]])
    with pytest.raises(ValueError, match="is not among the options"):
        choice.adopt(value)


def test_w14_times_that_are_no_options_are_not_taken_for_one() -> None:
    choice = Choice(options_of([pd.Timestamp("2020-01-01"), pd.Timestamp("2020-01-02")]))
    with pytest.raises(ValueError, match="is not among the options"):
        choice.adopt(pd.Timestamp("2020-01-03"))


def test_w08_a_member_of_an_enum_made_again_is_found_by_its_name_before_its_number() -> None:
    old = enum.IntEnum("Kind", {"A": 1, "B": 2})
    new = enum.IntEnum("Kind", {"B": 1, "A": 2})
    assert Choice(options_of(list(new))).find(old.A) == 1
    assert Choice(options_of([new.B])).find(old.A) is None
    assert Choice(options_of(list(new)), enums="nameAndValue").find(old.A) is None


def test_a_text_of_a_class_made_again_is_found_by_what_it_says() -> None:
    old, new = (type("Name", (str,), {}) for _ in range(2))
    assert Choice(options_of([new("a"), new("b")])).find(old("b")) == 1


@pytest.mark.parametrize(
    ("options", "values"),
    [
        (range(100_000), np.arange(100_000)),
        (list(np.arange(100_000)), range(100_000)),
        (list(np.arange(100_000)), np.arange(100_000, dtype="int32")),
        (pd.date_range("2020-01-01", periods=20_000), pd.date_range("2020-01-01", periods=20_000)),
        (range(100_000), [float(each) for each in range(100_000)]),
        (range(50_000), list(map(str, range(50_000)))),
    ],
)
def test_many_are_found_at_once_by_what_they_equal(options: Any, values: Any) -> None:
    start = time.process_time()
    codec = Choices(Choice(options_of(options)), "pills 'a'")
    found, _ = codec.adopt([*values])
    assert len(found) == (0 if isinstance(values[0], str) else len(values))
    assert time.process_time() - start < 10  # each compared with each would take minutes


def test_w14_lists_that_hold_nan_are_the_same_by_their_parts() -> None:
    assert is_same_kind_equal([float("nan"), 1], [float("nan"), 1])
    assert not is_same_kind_equal([float("nan"), 1], [float("nan"), 2])
