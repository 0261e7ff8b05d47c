"""Button."""

from typing import Any

import pytest

import ostinato as st
from ostinato.errors import StreamlitAPIException, StreamlitValueError
from ostinato.testing import AppTest


def test_w15_a_click_is_true_for_one_run() -> None:
    app = AppTest.from_string("import ostinato as st; st.text(st.button('Go'))").run()
    assert app.text[0].value == "False"
    app.button[0].click().run()
    assert app.text[0].value == "True"
    app.run()
    assert app.text[0].value == "False"


def test_a_callback_gets_its_arguments_before_the_script_runs() -> None:
    app = AppTest.from_string("""
        import ostinato as st
        st.session_state.setdefault("log", [])
        def note(*args, **kwargs):
            st.session_state.log.append((args, kwargs))
        st.text(st.session_state.log)
        st.button("Go", on_click=note, args=[1], kwargs={"b": 2})
    """).run()
    app.button[0].click().run()
    assert app.text[0].value == "[((1,), {'b': 2})]"


def test_l05_each_of_several_clicks_counts() -> None:
    app = AppTest.from_string("""
        import ostinato as st
        st.session_state.setdefault("sum", 0)
        for number in (1, 10):
            if st.button(str(number)):
                st.session_state.sum += number
        st.text(st.session_state.sum)
    """).run()
    for button in app.button:
        button.click()
    assert app.run().session_state.sum == 11


def test_a_click_can_be_taken_back() -> None:
    app = AppTest.from_string("import ostinato as st; st.text(st.button('Go'))").run()
    app.button[0].click().set_value(False).run()
    assert app.text[0].value == "False"


def test_w16_a_disabled_button_does_nothing(caplog: pytest.LogCaptureFixture) -> None:
    app = AppTest.from_string("import ostinato as st; st.text(st.button('Go', disabled=True))")
    app.run().inputs.click(app.button[0].id, True)  # As only a forged event does.
    assert app.run().text[0].value == "False"
    assert "is disabled" in caplog.text


@pytest.mark.parametrize(
    ("call", "error", "text"),
    [
        ({"type": "x"}, StreamlitValueError, "type must be one of 'primary'"),
        ({"icon_position": "x"}, StreamlitValueError, "icon_position must be one of"),
        ({"on_click": "ignore"}, StreamlitAPIException, "a button always reruns the script"),
        ({"on_click": 5}, StreamlitValueError, "on_click must be a function, got on_click=5"),
        ({"shortcut": "R"}, StreamlitAPIException, "the keys C and R are taken"),
    ],
)
def test_what_makes_no_button_is_refused(
    call: dict[str, Any], error: type[Exception], text: str
) -> None:
    with pytest.raises(error, match=text) as caught:
        st.button("a", **call)
    assert str(caught.value).startswith('button "a": ')


@pytest.mark.parametrize(("old", "new"), [(True, "stretch"), (False, "content")])
def test_the_old_form_of_width_still_works_and_says_what_to_write(old: bool, new: str) -> None:
    with pytest.warns(DeprecationWarning, match=f"deprecated, got .*={old}: use width='{new}'"):
        st.button("a", use_container_width=old)


def test_issue_8_a_key_that_was_deleted_comes_back_when_the_button_is_drawn() -> None:
    app = AppTest.from_string("""
        import ostinato as st
        for key in list(st.session_state):
            del st.session_state[key]
        st.button("Go", key="go")
        st.text(st.session_state.get("go", "gone"))
    """).run()
    assert app.text.values == ["False"]
    assert app.run().text.values == ["False"]
