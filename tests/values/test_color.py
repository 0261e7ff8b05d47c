"""Color: what a browser may send of a colour picker."""

from typing import Any

import pytest

from ostinato.values.color import Color


@pytest.mark.parametrize("wire", ["#00ffaa", "#0fa", "#ABCDEF"])
def test_a_colour_in_hexadecimal_form_fits(wire: str) -> None:
    assert Color().decode(wire) == wire


@pytest.mark.parametrize(
    "wire",
    [
        "", "red", "#12", "#1234", "#12345678", "00ffaa", "#gggggg", "#00ffaa\n", "#\ud800aa",
        "#\u0661\u0661\u0661", "url(x)", "#" + "0" * 10**6, None, 0, True, float("nan"), [],
        ["#000"], {}, b"#000",
    ],
)  # fmt: skip
def test_w16_nothing_else_does(wire: Any) -> None:
    with pytest.raises(ValueError, match="a colour like"):
        Color().decode(wire)
