"""Ordinal: a whole number within bounds."""

from typing import Any

import numpy as np
import pytest

from ostinato.values.ordinal import Ordinal

STARS = Ordinal(0, 4, may_be_none=True)
PAGES = Ordinal(1, 9)


@pytest.mark.parametrize("value", [0, 4, np.int64(3)])
def test_w14_a_whole_number_within_the_bounds_is_taken(value: Any) -> None:
    number, wire = STARS.adopt(value)
    assert number == wire == value
    assert type(number) is int


HOSTILE = [-1, 10, 10**400, True, 1.0, float("nan"), float("inf"), "1", "\ud800", [], {}, b"1"]


@pytest.mark.parametrize("codec", [STARS, PAGES])
@pytest.mark.parametrize("wire", HOSTILE)
def test_w16_nothing_else_is(codec: Ordinal, wire: Any) -> None:
    with pytest.raises(ValueError, match="a whole number from"):
        codec.decode(wire)
    with pytest.raises(ValueError, match="a whole number from"):
        codec.adopt(wire)


def test_none_is_one_only_where_that_may_be() -> None:
    assert STARS.adopt(None) == (None, None)
    assert STARS.from_params([""]) is None
    assert STARS.to_params(None) == [""]
    for none in (PAGES.adopt, PAGES.decode):
        with pytest.raises(ValueError, match="from 1 to 9"):
            none(None)
    for text in ("", "x", "1.0", "10"):
        with pytest.raises(ValueError, match=r".+"):
            PAGES.from_params([text])
    assert PAGES.from_params(["3", "4"]) == 4
