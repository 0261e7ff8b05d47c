"""Checkbox."""

from typing import Any

import pytest

import ostinato as st
from ostinato.testing import AppTest
from ostinato.values.boolean import Boolean


@pytest.mark.parametrize(
    ("value", "taken"), [(False, False), (True, True), (5, True), (None, False)]
)
def test_w02_the_first_call_returns_the_default(value: Any, taken: bool) -> None:
    assert st.checkbox("a", value) is taken


def test_a_tick_reaches_the_script_and_the_state() -> None:
    app = AppTest.from_string("import ostinato as st; st.text(st.checkbox('a', key='a'))").run()
    app.checkbox(key="a").check().run()
    assert app.text[0].value == "True"
    assert app.session_state.a is True
    app.checkbox(key="a").uncheck().run()
    assert app.text[0].value == "False"


@pytest.mark.parametrize("wire", [1, 0, None, "true", [True]])
def test_w16_what_a_browser_cannot_mean_is_refused(wire: object) -> None:
    with pytest.raises(ValueError, match="expected a bool"):
        Boolean().decode(wire)


def test_w14_a_value_that_is_neither_becomes_the_default() -> None:
    app = AppTest.from_string("import ostinato as st; st.text(st.checkbox('a', True, key='a'))")
    app.session_state.a = "x"
    assert app.run().text[0].value == "True"


def test_on_change_is_called_for_a_change_only() -> None:
    app = AppTest.from_string("""
        import ostinato as st
        st.session_state.setdefault("calls", 0)
        def count():
            st.session_state.calls += 1
        st.checkbox("a", on_change=count)
    """).run()
    app.checkbox[0].check().run()
    app.checkbox[0].check().run()
    app.run()
    assert app.session_state.calls == 1
