"""Styler: what one says of its cells is read alike by everything that shows a table."""

from collections.abc import Callable
from typing import Any

import numpy as np
import pandas as pd
import pytest
from pandas.io.formats.style import Styler

from ostinato.data.static import static_of
from ostinato.data.tables import table_of
from ostinato.data.values import values_of
from ostinato.wire.frames import Look

FRAME = pd.DataFrame({"a": [1.25, 2.0], "b": ["x", "<y>"]})


class OwnStyler(Styler):  # type: ignore[misc]
    """As somebody makes it who has a house style."""


def texts(value: Any) -> list[list[str | None]]:
    """Return the texts that stand for values, by column."""
    return [
        [None] * column.array.length if column.texts is None else values_of(column.texts)
        for column in table_of(value).columns
    ]


@pytest.mark.parametrize(
    ("make", "shown"),
    [
        (lambda: FRAME.style, [[None] * 2] * 3),
        (lambda: FRAME.style.format(precision=1), [[None] * 2, ["1.2", "2.0"], [None] * 2]),
        (
            lambda: Styler(FRAME, cell_ids=False).format("{}!"),
            [[None] * 2, ["1.25!", "2.0!"], ["x!", "<y>!"]],
        ),
        (lambda: OwnStyler(FRAME).format("{}!", "b"), [[None] * 2] * 2 + [["x!", "<y>!"]]),
        (lambda: FRAME.style.format(escape="html"), [[None] * 2] * 2 + [[None, "<y>"]]),
        (
            lambda: FRAME.style.format("{}!", "a").hide(["b"], axis=1).hide([1]),
            [[None] * 2, ["1.25!", None], [None] * 2],
        ),
        (
            lambda: FRAME.style.concat(FRAME.agg(["max"]).style.format("{}!")),
            [[None] * 2] * 3,
        ),
        (lambda: pd.DataFrame({"a": [1.5, None, np.inf]}).style, [[None] * 3] * 2),
        (
            lambda: pd.DataFrame({"a": np.array([1.5, 2], "f4"), "b": [1 + 2j, None]}).style,
            [[None] * 2] * 3,
        ),
    ],
)
def test_a_styler_says_the_texts_of_cells(
    make: Callable[[], Any], shown: list[list[str | None]]
) -> None:
    assert texts(make()) == shown


def test_the_options_of_pandas_count() -> None:
    with pd.option_context("styler.format.precision", 1):
        assert texts(FRAME.style)[1] == ["1.2", "2.0"]


def test_a_table_and_a_frame_show_the_same_texts_and_looks() -> None:
    made = FRAME.style.format({"a": "{:.1f} kg"}).highlight_max("a", color="red")
    frame, table = table_of(made), static_of(made)
    assert texts(made)[1] == table.columns[1].cells == ["1.2 kg", "2.0 kg"]
    assert frame.looks == [Look(background="red")]
    assert table.columns[1].styles == ["", "background-color: red;"]


def test_the_styler_of_a_script_stays_as_it_is() -> None:
    made = FRAME.style.format("{}!")
    before = made.to_html(table_uuid="x")
    table_of(made)
    static_of(made)
    assert made.to_html(table_uuid="x") == before


def test_a_styler_is_asked_once(monkeypatch: pytest.MonkeyPatch) -> None:
    asked = []
    write = Styler.to_html

    def to_html(own: Styler, **options: Any) -> Any:
        asked.append(own)
        return write(own, **options)

    monkeypatch.setattr(Styler, "to_html", to_html)
    table_of(FRAME.style.highlight_max("a"))
    assert len(asked) == 1
