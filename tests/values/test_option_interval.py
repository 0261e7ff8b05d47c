"""Option interval: what a browser may send of a select slider."""

from typing import Any

import pytest

from ostinato.values.choice import Choice, options_of
from ostinato.values.option_interval import OptionInterval

OPTIONS = options_of(["S", "M", "L", "M"])
ONE = OptionInterval(Choice(OPTIONS), is_range=False)
TWO = OptionInterval(Choice(OPTIONS), is_range=True)


@pytest.mark.parametrize(
    ("codec", "wire", "value"),
    [
        (ONE, [[1, "M"]], "M"),
        (ONE, [[0, "L"]], "L"),
        (TWO, [[0, "S"], [2, "L"]], ("S", "L")),
        (TWO, [[2, "L"], [0, "S"]], ("S", "L")),
        (TWO, ((3, "M"), (3, "M")), ("M", "M")),
    ],
)
def test_what_fits_comes_in_order(codec: OptionInterval, wire: Any, value: object) -> None:
    assert codec.decode(wire) == value


@pytest.mark.parametrize("codec", [ONE, TWO])
@pytest.mark.parametrize(
    "wire",
    [
        None, 1, "S", [], {}, True, float("nan"), [[0, "S"]] * 3, [None], [None, None],
        [[0, "XL"]], [[0, "XL"], [1, "M"]], [[10**400, "?"]], [[True, "?"]], [["0", "?"]],
        [[0, 0]], [[0, "\ud800"]], [[0, "\ud800"], [0, "S"]], [0, "S"],
    ],
)  # fmt: skip
def test_w16_what_does_not_fit_is_refused(codec: OptionInterval, wire: Any) -> None:
    with pytest.raises(ValueError, match=r".+"):
        codec.decode(wire)


@pytest.mark.parametrize(("codec", "wire"), [(ONE, [[0, "S"], [1, "M"]]), (TWO, [[0, "S"]])])
def test_w16_a_range_has_two_ends_and_a_place_has_one(codec: OptionInterval, wire: Any) -> None:
    with pytest.raises(ValueError, match="of the options"):
        codec.decode(wire)


def test_they_are_equal_if_they_take_the_same() -> None:
    again = OptionInterval(Choice(options_of(["S", "M", "L", "M"])), is_range=True)
    assert again == TWO
    assert again != ONE
    assert again != "range"
