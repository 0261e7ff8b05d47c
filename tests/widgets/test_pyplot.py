"""Pyplot: which figures are shown, and as what."""

import io
import subprocess
import sys
import threading
from typing import Any

import matplotlib as mpl
import matplotlib.pyplot as plt
import numpy as np
import pytest
from matplotlib.figure import Figure

import ostinato as st
from ostinato.arguments.figure import find_figure, picture_of, title_of
from ostinato.errors import (
    StreamlitAPIException,
    StreamlitInvalidParameterTypeError,
    StreamlitInvalidWidthError,
    StreamlitMissingRequiredParameterError,
    StreamlitValueError,
)
from ostinato.testing import AppTest

PNG = b"\x89PNG"


def figure_of(title: str = "", size: tuple[float, float] = (4, 3)) -> Figure:
    figure = Figure(figsize=size)
    figure.subplots().plot([1, 3, 2])
    if title:
        figure.axes[0].set_title(title)
    return figure


def app_of(script: str) -> AppTest:
    head = "import matplotlib.pyplot as plt, ostinato as st\nfrom matplotlib.figure import Figure\n"
    return AppTest.from_string(f"{head}{script}").run()


def shown(script: str) -> Any:
    app = app_of(script)
    assert not app.exception, app.exception[0].message
    return app.pyplot[0]


def test_y01_a_figure_is_a_picture_whose_size_is_known() -> None:
    figure = shown("fig, ax = plt.subplots()\nax.plot([1, 3, 2])\nst.pyplot(fig)")
    assert figure.content.startswith(PNG)
    assert figure.value.endswith(".png")
    [[width, height]] = figure.sizes
    assert 1000 < width < 1280
    assert 700 < height < 960


def test_y01_a_figure_that_comes_out_as_it_was_has_the_same_address() -> None:
    for options in ("", ", format='svg'"):
        app = app_of(
            "import warnings\nfig = Figure()\nax = fig.subplots()\nax.plot([1, 2])\n"
            "ax.legend(['a'])\nst.button('Again')\n"
            f"with warnings.catch_warnings(action='ignore'): st.pyplot(fig{options})"
        )
        before = app.pyplot[0].value
        app.button[0].click().run()
        assert app.pyplot[0].value == before


def test_it_is_drawn_sharp_and_is_as_large_as_it_says() -> None:
    small = picture_of("pyplot", figure_of(size=(2, 1)), {})
    as_asked = picture_of("pyplot", figure_of(size=(2, 1)), {"dpi": 200})
    drawn = picture_of("pyplot", figure_of(size=(2, 1)), {"format": "svg"})
    assert _pixels(small) > 1.9 * _pixels(as_asked)
    assert small.size
    assert as_asked.size
    assert drawn.size
    assert small.size[0] == pytest.approx(as_asked.size[0], abs=6)
    assert small.size[0] == pytest.approx(drawn.size[0], abs=6)
    assert _pixels(picture_of("pyplot", figure_of(size=(6.4, 4)), {"bbox_inches": None})) == 1460
    assert _pixels(picture_of("pyplot", figure_of(size=(10, 2)), {"bbox_inches": None})) == 2000


def _pixels(picture: Any) -> int:
    from PIL import Image  # noqa: PLC0415  (of one test)

    return Image.open(io.BytesIO(picture.content)).width


@pytest.mark.parametrize("format", ["png", "jpg", "jpeg", "webp", "svg"])
def test_formats(format: str) -> None:
    picture = picture_of("pyplot", figure_of(), {"format": format})
    assert picture.size
    assert picture.size[0] > 600
    kinds = {"jpg": "image/jpeg", "svg": "image/svg+xml"}
    assert picture.type == kinds.get(format, f"image/{format}")


@pytest.mark.parametrize("format", ["pdf", "eps", "nonsense", None, 3])
def test_what_browsers_do_not_show_is_refused(format: object) -> None:
    with pytest.raises(StreamlitValueError, match=r"^pyplot: format must be one of 'png', .* got"):
        picture_of("pyplot", figure_of(), {"format": format})


def test_options_are_passed_on_with_a_warning() -> None:
    with pytest.warns(
        DeprecationWarning, match=r"^pyplot: options of savefig are .* got facecolor"
    ):
        st.pyplot(figure_of(), facecolor="red")


class Grid:
    """What seaborn makes."""

    def __init__(self, figure: Figure) -> None:
        self.figure = figure


class Plot:
    """What seaborn's objects are: drawn when they are asked to."""

    def __init__(self, figure: Figure) -> None:
        self._figure = figure

    def plot(self) -> "Plot":
        return self


Plot.__module__ = "seaborn._core.plot"


def test_y01_what_is_drawn_in_a_figure_stands_for_it() -> None:
    figure = Figure()
    axes = figure.subplots(2)
    [line] = axes[0].plot([1, 2])
    part = figure.subfigures()
    for value in (figure, axes[0], line, [line], axes, part, part.subplots(), Grid(figure)):
        assert find_figure("pyplot", value) is figure, value
    assert find_figure("pyplot", Plot(figure)) is figure
    own = plt.figure()
    try:
        assert find_figure("pyplot", plt) is own
    finally:
        plt.close(own)


@pytest.mark.parametrize("value", ["x", 1, {}, [], Figure, np.zeros(3), len, io, float("nan")])
def test_what_is_no_figure_is_refused(value: object) -> None:
    with pytest.raises(
        StreamlitInvalidParameterTypeError, match=r"^pyplot: fig must be a figure of .* got fig="
    ):
        st.pyplot(value)


def test_none_is_refused() -> None:
    with pytest.raises(StreamlitMissingRequiredParameterError, match=r"got fig=None: pass the one"):
        st.pyplot(None)


@pytest.mark.parametrize("width", ["wide", 0, -5, None, 1.5, "auto"])
def test_other_widths_are_refused(width: Any) -> None:
    with pytest.raises(StreamlitInvalidWidthError, match=r"^pyplot: width must be .* got width="):
        st.pyplot(figure_of(), width=width)


def test_the_old_form_of_the_width() -> None:
    with pytest.warns(DeprecationWarning, match=r"use width='content'"):
        node = st.pyplot(figure_of(), use_container_width=False).node  # type: ignore[attr-defined]
    assert node.props.width == "content"


def test_a_figure_is_cleared_if_asked() -> None:
    figure = figure_of()
    st.pyplot(figure)
    assert len(figure.axes) == 1
    st.pyplot(figure, clear_figure=True)
    assert figure.axes == []


@pytest.mark.parametrize(
    ("alt", "said"), [(None, None), ("", ""), ("A line", "A line"), (" ", None), (3, "3")]
)
def test_the_text_for_screen_readers(alt: Any, said: str | None) -> None:
    props = st.pyplot(figure_of("Sales"), alt=alt).node.props  # type: ignore[attr-defined]
    assert props.alt == said
    assert props.title == ("Sales" if said is None else "")


def test_a_figure_says_what_it_shows() -> None:
    figure = Figure()
    assert title_of(figure) == ""
    figure.suptitle("All")
    first, second, third = figure.subplots(3)
    first.set_title("One\nof three")
    second.set(xlabel="Year", ylabel="Sales")
    third.set(xlabel="Month")
    assert title_of(figure) == "All; One of three; Sales by Year; Month"
    figure.suptitle(1000 * "x")
    assert len(title_of(figure)) == 300


def test_y02_sessions_draw_at_the_same_time() -> None:
    expected = [picture_of("pyplot", figure_of(str(n)), {}).content for n in range(4)]
    found: dict[int, Any] = {}

    def draw(n: int) -> None:
        found[n] = [picture_of("pyplot", figure_of(str(n)), {}).content for _ in range(4)]

    threads = [threading.Thread(target=draw, args=(n,)) for n in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert found == {n: [expected[n]] * 4 for n in range(4)}


def test_drawing_leaves_the_settings_of_scripts_alone() -> None:
    before = dict(mpl.rcParams)
    picture_of("pyplot", figure_of(), {"format": "svg"})
    assert dict(mpl.rcParams) == before


def test_y02_no_window_is_opened_where_nobody_has_said_which_windows() -> None:
    code = """
import os
os.environ.pop("MPLBACKEND", None)
from ostinato.testing import AppTest
app = AppTest.from_string('''
import warnings
import matplotlib.pyplot as plt
import ostinato as st
fig, ax = plt.subplots()
with warnings.catch_warnings():
    warnings.simplefilter("ignore")
    plt.show()
st.pyplot(fig)
st.text(plt.get_backend().lower())
''', default_timeout=60).run()
assert not app.exception, app.exception[0].message
print(app.text[0].value, "MPLBACKEND" in os.environ)
"""
    # Of a Matplotlib that has just been installed, the first figure looks for the fonts there are.
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=False, timeout=90
    )
    assert (done.returncode, done.stdout.split()[:1]) == (0, ["agg"]), done.stderr


def test_an_empty_figure_is_shown() -> None:
    assert picture_of("pyplot", Figure(), {}).content.startswith(PNG)


def test_y02_a_figure_that_matplotlib_cannot_draw_is_told_with_what_to_do() -> None:
    with pytest.raises(StreamlitAPIException, match="too large to be drawn, got Image size"):
        picture_of("pyplot", Figure(figsize=(1e5, 1e5), dpi=1), {})
