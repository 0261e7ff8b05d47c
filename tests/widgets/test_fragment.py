"""Fragment: a function whose part of the page runs without the rest."""

from datetime import timedelta
from typing import Any

import numpy as np
import pytest

import ostinato as st
from ostinato.arguments.seconds import seconds_of
from ostinato.errors import StreamlitBadTimeStringError, StreamlitInvalidParameterTypeError
from ostinato.testing import AppTest


@pytest.mark.parametrize(
    ("span", "seconds"),
    [
        (None, None),
        (2, 2.0),
        (0.5, 0.5),
        (np.float32(1.5), 1.5),
        (timedelta(minutes=1), 60.0),
        ("10s", 10.0),
        ("1D", 86_400.0),
        ("1.5 days", 129_600.0),
        ("1h23s", 3623.0),
        ("2 days 3 hours, 4 minutes and 5 seconds", 183_845.0),
        ("250ms", 0.25),
        ("00:01:30.5", 90.5),
        ("1 day 01:00:00", 90_000.0),
        ("500 µs", 0.0005),
        (0, None),
        (-1, None),
        (float("nan"), None),
        (float("inf"), None),
        ("0s", None),
    ],
)
def test_g02_run_every_takes_all_that_says_a_time(span: Any, seconds: float | None) -> None:
    assert seconds_of("fragment", "run_every", span) == (
        None if seconds is None else pytest.approx(seconds)
    )


@pytest.mark.parametrize("text", ["", "foo", "10", "10 apples", "s", "1h and"])
def test_g02_text_that_says_no_time_is_an_error(text: str) -> None:
    with pytest.raises(StreamlitBadTimeStringError, match=f"run_every={text!r}: write it like"):
        st.fragment(run_every=text)


@pytest.mark.parametrize("span", [True, [], object(), b"1s"])
def test_g02_what_is_no_time_is_an_error(span: Any) -> None:
    with pytest.raises(StreamlitInvalidParameterTypeError, match="fragment: run_every must be"):
        st.fragment(run_every=span)


def test_g01_it_is_made_of_a_function() -> None:
    with pytest.raises(StreamlitInvalidParameterTypeError, match="got func=5"):
        st.fragment(5)  # type: ignore[call-overload]


@pytest.mark.parametrize("decorator", ["@st.fragment", "@st.fragment()", "@st.fragment(key='k')"])
def test_g01_the_function_keeps_its_name_and_returns_what_it_returns(decorator: str) -> None:
    app = AppTest.from_string(
        f"import ostinato as st\n{decorator}\ndef f(x):\n    'Doc.'\n    return x\n"
        "st.text((f(3), f.__name__, f.__doc__))"
    ).run()
    assert app.text[0].value == "(3, 'f', 'Doc.')"


def test_g01_a_test_runs_a_fragment_alone_and_knows_what_is_in_it() -> None:
    def script() -> None:
        import ostinato as st  # noqa: PLC0415  (it is the script)

        st.session_state.page = st.session_state.get("page", 0) + 1

        @st.fragment
        def part() -> None:
            name = st.text_input("Name")
            st.text(f"hello {name}")
            st.sidebar.text(f"beside {name}")

        part()
        st.checkbox("Outside")

    app = AppTest.from_function(script).run()
    app.text_input[0].set_value("Ada").run()
    assert app.main.text.values == ["hello Ada"]
    assert app.sidebar.text.values == ["beside Ada"]
    assert app.session_state.page == 1
    app.checkbox[0].check().run()
    assert (app.main.text.values, app.session_state.page) == (["hello Ada"], 2)


def test_s08_without_a_server_it_is_the_function(capsys: pytest.CaptureFixture[str]) -> None:
    assert st.fragment(lambda x: x + 1)(1) == 2
    assert st.dialog("Title")(lambda x: x + 1)(1) == 2
