"""Colours of points."""

import pytest

from ostinato.values.rgba import rgba_of


@pytest.mark.parametrize(
    ("value", "red_to_alpha"),
    [
        ("#fa0", (255, 170, 0, 255)),
        ("#FA08", (255, 170, 0, 136)),
        ("#ffaa00", (255, 170, 0, 255)),
        ("#ffaa0080", (255, 170, 0, 128)),
        ((255, 170, 0), (255, 170, 0, 255)),
        ([0, 0, 1], (0, 0, 1, 255)),
        ((255, 170, 0, 128), (255, 170, 0, 128)),
        ((1.0, 0.5, 0.0), (255, 128, 0, 255)),
        ((255, 170, 0, 0.5), (255, 170, 0, 128)),
        ((255.0, 170.0, 0.0), (255, 170, 0, 255)),
        ((1.3, -0.2, 0.5, 2.7), (255, 0, 128, 255)),
    ],
)
def test_a_color_is_one_number(value: object, red_to_alpha: tuple[int, ...]) -> None:
    assert rgba_of(value).to_bytes(4, "little") == bytes(red_to_alpha)


def test_a_name_is_a_number_that_nobody_sees() -> None:
    assert [rgba_of(name) for name in ("red", "orange", "grey")] == [2, 3, 9]


@pytest.mark.parametrize(
    "value",
    ["", "rod", "#12", "#12345", (), (1, 2), (1, 2, 3, 4, 5), (256, 0, 0), (-1, 0, 0), 7, None]
    + [(float("nan"), 0.0, 0.0), ("a", "b", "c")],
)
def test_what_is_none_is_refused(value: object) -> None:
    with pytest.raises(ValueError, match="is no color"):
        rgba_of(value)
