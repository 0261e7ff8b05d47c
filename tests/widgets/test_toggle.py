"""Toggle."""

import pytest

import ostinato as st
from ostinato.testing import AppTest
from ostinato.widgets.checkbox import Checkbox
from ostinato.widgets.toggle import Toggle


@pytest.mark.parametrize(("value", "taken"), [(False, False), (True, True), (5, True)])
def test_w02_the_first_call_returns_the_default(value: bool, taken: bool) -> None:
    assert st.toggle("a", value) is taken


def test_w01_it_reaches_the_script_and_the_state() -> None:
    app = AppTest.from_string("import ostinato as st; st.text(st.toggle('a', key='a'))").run()
    app.toggle(key="a").set_value(True).run()
    assert (app.text[0].value, app.session_state.a) == ("True", True)


def test_w07_a_toggle_and_a_checkbox_of_one_label_are_two_widgets() -> None:
    app = AppTest.from_string("import ostinato as st; st.text([st.toggle('a'), st.checkbox('a')])")
    app.run().toggle[0].set_value(True).run()
    assert app.text[0].value == "[True, False]"
    assert Toggle.__struct_fields__ == Checkbox.__struct_fields__
