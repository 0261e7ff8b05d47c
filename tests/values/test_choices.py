"""Choices: several options as they are set, chosen, sent and written into an address."""

import enum
import time
from collections.abc import Callable
from typing import Any

import pytest

from ostinato.errors import (
    StreamlitDefaultNotInOptionsError,
    StreamlitSelectionCountExceedsMaxError,
)
from ostinato.values.choice import Choice, options_of
from ostinato.values.choices import Choices
from ostinato.values.codec import Unfit, copied

Color = enum.Enum("Color", "RED BLUE")
NAN = float("nan")


class Raising:
    def __eq__(self, other: object) -> bool:
        raise RuntimeError("compared")

    __hash__ = object.__hash__


def choices(
    *values: Any,
    most: int | None = None,
    may_be_new: bool = False,
    text_of: Callable[[Any], object] = str,
) -> Choices:
    return Choices(
        Choice(options_of(list(values), text_of), may_be_new=may_be_new), "pills 'a'", most
    )


@pytest.mark.parametrize(
    ("options", "value", "wire"),
    [
        ("xyz", ["z", "x"], [[2, "z"], [0, "x"]]),
        ("xyz", ("y",), [[1, "y"]]),
        ("xyz", {"y"}, [[1, "y"]]),
        ("xyz", "y", [[1, "y"]]),
        ("xyz", None, []),
        ("xyz", [], []),
        ("xyz", ["q", "x"], [[0, "x"]]),
        ("xyz", "q", []),
        ("xyz", 5, []),
        ("xyz", NAN, []),
        ("xyz", 10**400, []),
        ("xyz", Raising(), []),
        ("xyz", [Raising(), "x"], [[0, "x"]]),
        ("xyz", ["x", "x"], [[0, "x"]]),
        ("xx", ["x", "x", "x"], [[0, "x"], [1, "x"]]),
        ([1, True, 1.0], [True, 1.0], [[1, "True"], [2, "1.0"]]),
        ([NAN, None], [NAN, None], [[0, "nan"], [1, "None"]]),
        ([float("nan")], [NAN], [[0, "nan"]]),
        ([[1], [2]], [[2]], [[1, "[2]"]]),
        ([(1, 2), (3, 4)], (3, 4), [[1, "(3, 4)"]]),
        (Color, Color.BLUE, [[1, "Color.BLUE"]]),
        (Color, Color, [[0, "Color.RED"], [1, "Color.BLUE"]]),
    ],
)
def test_w14_what_is_set_is_found_among_the_options_and_the_rest_is_left_out(
    options: Any, value: Any, wire: Any
) -> None:
    codec = choices(*options)
    found, sent = codec.adopt(value)
    assert sent == wire
    assert [str(each) for each in found] == [text for _, text in wire]
    assert [str(each) for each in codec.decode(sent)] == [text for _, text in wire]


@pytest.mark.parametrize(
    "wire",
    [
        None,
        "x",
        5,
        {},
        [0],
        ["x"],
        [[0]],
        [["0", "x"]],
        [[True, "x"]],
        [[NAN, "x"]],
        [[0, None]],
        [[0, "x", 1]],
        [[7, "q"]],
        [[-1, "q"]],
        [[10**400, "q"]],
        [[0, "\ud800"]],
        [[0, "x"], [1, "q"]],
        [[0, "x"], [1, "y"], [2, "z"]],
    ],
)
def test_w16_what_a_browser_cannot_mean_is_refused(wire: object) -> None:
    with pytest.raises(ValueError, match=r"expected a|is not among the options|at most 2 options"):
        choices("x", "y", "z", most=2).decode(wire)


def test_w16_an_option_is_found_by_place_or_else_by_text_and_once() -> None:
    codec = choices("new", "x", "y", "y")
    assert codec.decode([[1, "y"], [0, "x"], [2, "y"]]) == ["y", "x"]
    assert codec.decode([[3, "y"], [2, "y"], [3, "y"]]) == ["y", "y"]


def test_text_of_ones_own_is_kept_once_and_is_an_option_if_there_is_one_like_it() -> None:
    codec = choices("Red", may_be_new=True)
    assert codec.decode([[-1, "blue"], [-1, "rED"], [-1, "blue"]]) == ["blue", "Red"]
    assert codec.adopt(["blue", "Red"]) == (["blue", "Red"], [[-1, "blue"], [0, "Red"]])
    assert codec.adopt(["blue", 5]) == (["blue"], [[-1, "blue"]])


def test_w14_more_than_there_may_be_is_an_error_to_the_script() -> None:
    with pytest.raises(Unfit) as caught:
        choices("x", "y", most=1).adopt(["x", "y"])
    assert isinstance(caught.value.error, StreamlitSelectionCountExceedsMaxError)
    with pytest.raises(StreamlitSelectionCountExceedsMaxError, match="at most 1 .* got 2"):
        choices("x", "y", most=1).adopt_default(["x", "y"])


@pytest.mark.parametrize("default", ["q", ["x", "q"], [["x"]], 5])
def test_a_default_that_is_no_option_is_refused_also_where_texts_may_be_new(default: Any) -> None:
    with pytest.raises(StreamlitDefaultNotInOptionsError, match=r"^pills 'a': default must be"):
        choices("x", may_be_new=True).adopt_default(default)


def test_w08_options_of_a_class_that_was_made_again_are_found_by_their_texts() -> None:
    def cities() -> list[Any]:
        class City:
            def __init__(self, name: str) -> None:
                self.name = name

        return [City("Oslo"), City("Rome")]

    before, after = cities(), cities()
    text_of = {each: each.name for each in [*before, *after]}.get
    first = choices(*before, text_of=text_of)
    value = first.decode([[1, "Rome"], [0, "Oslo"]])
    assert choices(*after, text_of=text_of).adopt(value, first) == (
        [after[1], after[0]],
        [[1, "Rome"], [0, "Oslo"]],
    )


@pytest.mark.parametrize(
    ("texts", "value"),
    [
        (["x", "z"], ["x", "z"]),
        (["z", "q", "z"], ["z"]),
        (["x", "y", "z"], ["x", "y"]),
        ([""], []),
        (["q"], None),
        (["", "q"], None),
    ],
)
def test_w19_an_address_says_several_by_several_texts(texts: list[str], value: Any) -> None:
    codec = choices("x", "y", "z", most=2)
    if value is None:
        with pytest.raises(ValueError, match="are not among the options"):
            codec.from_params(texts)
    else:
        assert codec.from_params(texts) == value
        assert codec.from_params(codec.to_params(value)) == value


def test_a_list_of_options_is_copied_and_the_options_in_it_are_not() -> None:
    one, inner = object(), [1]
    held = [one, inner]
    copy = copied(held)
    copy[1].append(2)
    assert copy[0] is one
    assert inner == [1]
    held.append(held)
    assert copied(held)[0] is one


def test_many_are_found_at_once() -> None:
    texts = [f"option {number}" for number in range(100_000)]
    codec = choices(*texts)
    start = time.process_time()
    value, wire = codec.adopt_default(texts[::-1])
    moved = [[place + 1, text] for place, text in wire]
    assert codec.decode(moved) == value == texts[::-1]
    assert time.process_time() - start < 5  # each looked up by itself would take hours
