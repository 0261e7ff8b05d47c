"""Menu button: a press that carries an option."""

import pytest

import ostinato as st
from ostinato import errors
from ostinato.testing import AppTest

EXPORT = """
    import ostinato as st
    st.session_state.setdefault("log", [])
    def note():
        st.session_state.log.append(st.session_state.form)
    form = st.menu_button("Export", ["CSV", "JSON"], key="form", on_click=note)
    st.text((form, st.session_state.form))
"""


def test_w20_it_returns_the_option_for_one_run_which_is_in_state_too() -> None:
    app = AppTest.from_string(EXPORT).run()
    assert app.text.values == ["(None, None)"]
    app.menu_button(key="form").click("JSON").run()
    assert app.text.values == ["('JSON', 'JSON')"]
    assert app.menu_button[0].value == "JSON"
    app.run()
    assert app.text.values == ["(None, None)"]
    assert app.menu_button[0].value is None
    assert app.session_state.log == ["JSON"]


def test_w20_an_option_is_that_of_this_run_whatever_its_text() -> None:
    app = AppTest.from_string("""
        import enum
        import ostinato as st
        class Color(enum.Enum):
            RED = 1
            BLUE = 2
        class Made:
            def __init__(self, name):
                self.name = name
        made = [Made("x"), Made("y")]
        color = st.menu_button("Colour", Color, format_func=lambda one: one.name.title())
        one = st.menu_button("Made", made, format_func=lambda one: one.name)
        st.text((color is Color.BLUE, one is made[1]))
    """).run()
    assert app.menu_button[0].options == ["Red", "Blue"]
    app.menu_button[0].click_index(1).run()
    assert app.text.values == ["(True, False)"]
    app.menu_button[1].click_index(1).run()
    assert app.text.values == ["(False, True)"]


def test_w20_an_option_that_is_gone_by_then_is_none() -> None:
    app = AppTest.from_string("""
        import ostinato as st
        def clear():
            st.session_state.options = ["other"]
        options = st.session_state.setdefault("options", ["one"])
        st.text(st.menu_button("Do", options, key="do", on_click=clear))
    """).run()
    app.menu_button[0].click("one").run()
    assert app.text.values == ["None"]


def test_w13_a_container_is_returned_as_a_copy() -> None:
    app = AppTest.from_string("""
        import ostinato as st
        options = st.session_state.setdefault("options", [[1], [2]])
        if (one := st.menu_button("Do", options, key="do")) is not None:
            one.append("changed")
            st.text((one, options, st.session_state.do))
    """).run()
    app.menu_button[0].click_index(0).run()
    assert app.text.values == ["([1, 'changed'], [[1], [2]], [1])"]


def test_w04_its_key_cannot_be_set() -> None:
    app = AppTest.from_string(EXPORT.replace("form = ", "st.session_state.form = 'CSV'; form = "))
    assert app.run().exception[0].error == "StreamlitValueAssignmentNotAllowedError"


def test_w16_a_disabled_one_carries_nothing(caplog: pytest.LogCaptureFixture) -> None:
    app = AppTest.from_string(EXPORT.replace("on_click=note", "disabled=True")).run()
    button = app.menu_button[0]
    app.inputs.click(button.id, True, button.wire_of("CSV"))  # As only a forged event does.
    assert app.run().text.values == ["(None, None)"]
    assert "is disabled" in caplog.text


def test_a_test_can_take_its_click_back_and_click_only_what_is_there() -> None:
    app = AppTest.from_string(EXPORT).run()
    app.menu_button[0].click("CSV").set_value(None)
    assert app.run().text.values == ["(None, None)"]
    with pytest.raises(errors.StreamlitAPIException, match='menu_button "Export": not a value'):
        app.menu_button[0].click("PDF")


@pytest.mark.parametrize(
    ("arguments", "error", "text"),
    [
        ({"options": []}, errors.StreamlitMissingRequiredParameterError, r"got options=\[\]"),
        ({"options": ["a", "a"]}, errors.StreamlitAPIException, r"got \['a', 'a'\]"),
        ({"type": "other"}, errors.StreamlitValueError, "got type='other'"),
        ({"on_click": "rerun"}, errors.StreamlitAPIException, "got on_click='rerun'"),
        ({"on_click": 3}, errors.StreamlitValueError, "got on_click=3"),
        ({"icon": "x"}, errors.StreamlitAPIException, "got icon='x'"),
    ],
)
def test_what_it_refuses_is_named(
    arguments: dict[str, object], error: type[Exception], text: str
) -> None:
    with pytest.raises(error, match=f'^menu_button "Do": .*{text}'):
        st.menu_button("Do", **{"options": ["a"], **arguments})  # type: ignore[arg-type]
