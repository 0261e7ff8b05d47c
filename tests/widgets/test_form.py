"""Form, and form_submit_button: inputs that are submitted together."""

from typing import Any

import pytest

import ostinato as st
from ostinato import errors
from ostinato.testing import AppTest

GUEST = """
    import ostinato as st
    st.session_state.setdefault("log", [])
    def note(*args, **kwargs):
        state = st.session_state
        state.log.append((state.name, state.age, args, kwargs))
    with st.form("guest"):
        name = st.text_input("Name", "Ada", key="name")
        with st.expander("More"):
            age = st.slider("Age", 0, 99, 30, key="age")
        sent = st.form_submit_button("Save", on_click=note, args=[1], kwargs={"b": 2})
        also = st.form_submit_button("Save and close", key="close")
    st.text((name, age, sent, also))
"""


def test_f01_w17_all_values_are_there_in_the_callback_and_in_the_run_of_the_submit() -> None:
    app = AppTest.from_string(GUEST).run()
    app.text_input[0].input("Bob")
    app.slider[0].set_value(31)
    app.run()
    assert app.text.values == ["('Ada', 30, False, False)"]
    assert app.text_input[0].value == "Bob"
    app.button[0].click().run()
    assert app.text.values == ["('Bob', 31, True, False)"]
    assert app.session_state.log == [("Bob", 31, (1,), {"b": 2})]


def test_w15_a_submit_lasts_one_run_and_is_in_state_under_the_key_it_has() -> None:
    app = AppTest.from_string(GUEST).run()
    app.button(key="close").click().run()
    assert app.text.values == ["('Ada', 30, False, True)"]
    assert {"close", "FormSubmitter:guest-Save"} < {*app.session_state}
    assert app.run().text.values == ["('Ada', 30, False, False)"]


def test_two_submits_are_two_runs_in_order() -> None:
    app = AppTest.from_string(GUEST).run()
    app.text_input[0].input("Bob")
    app.button[0].click()
    app.button[1].click()
    app.run()
    assert app.session_state.log == [("Bob", 30, (1,), {"b": 2})]
    assert app.text.values == ["('Bob', 30, False, True)"]


def test_a_change_elsewhere_leaves_what_was_entered() -> None:
    app = AppTest.from_string(GUEST + "\n    st.checkbox('Other')").run()
    app.text_input[0].input("Bob")
    app.checkbox[0].check().run()
    assert (app.text_input[0].value, app.session_state.name) == ("Bob", "Ada")
    app.button[0].click().run()
    assert app.session_state.name == "Bob"


def test_w03_what_the_script_sets_takes_the_place_of_what_was_entered() -> None:
    app = AppTest.from_string("""
        import ostinato as st
        if st.button("Set"):
            st.session_state.name = "set"
        with st.form("f"):
            st.text_input("Name", key="name")
            st.form_submit_button()
        st.text(st.session_state.name)
    """).run()
    app.text_input[0].input("Bob")
    app.button[0].click().run()
    app.button[1].click().run()
    assert app.text.values == ["set"]


@pytest.mark.parametrize(
    "place", ["st.sidebar", "st.container()", "st.columns(2)[0]", "st.tabs(['a'])[0]", "st.empty()"]
)
def test_it_works_in_and_around_other_containers(place: str) -> None:
    app = AppTest.from_string(f"""
        import ostinato as st
        form = {place}.form("f")
        inside = form.container()
        name = inside.text_input("Name")
        with form.popover("More"):
            tick = st.checkbox("Tick")
        st.sidebar.button("Not in it")
        st.text((name, tick, form.form_submit_button("Go")))
    """).run()
    app.text_input[0].input("Bob")
    app.checkbox[0].check()
    assert (app.text_input[0].form_id, app.checkbox[0].form_id) == ("f", "f")
    next(one for one in app.button if one.label == "Go").click()
    assert app.run().text.values == ["('Bob', True, True)"]


def test_forms_may_hold_inputs_that_are_alike_but_for_the_form() -> None:
    app = AppTest.from_string("""
        import ostinato as st
        names = [st.text_input("Name")]
        for key in ("a", "b"):
            with st.form(key):
                names.append(st.text_input("Name"))
                st.form_submit_button("Go")
        st.text(names)
    """).run()
    for place, text in enumerate("xyz"):
        app.text_input[place].input(text)
    app.button[1].click().run()
    assert app.text.values == ["['x', '', 'z']"]
    app.button[0].click().run()
    assert app.text.values == ["['x', 'y', 'z']"]


def test_in_a_test_submit_buttons_are_among_the_buttons_and_forms_among_blocks() -> None:
    app = AppTest.from_string(GUEST + "\n    st.button('Plain')").run()
    assert [(one.label, one.form_id) for one in app.button] == [
        ("Save", "guest"),
        ("Save and close", "guest"),
        ("Plain", ""),
    ]
    assert [one.key for one in app.get("form_submit_button")] == [
        "FormSubmitter:guest-Save",
        "close",
    ]
    assert [one.key for one in app.form] == ["guest"]


# What is cleared.

CLEARED = """
    import ostinato as st
    st.session_state.setdefault("note", "begun")
    with st.form("f", clear_on_submit=True):
        name = st.text_input("Name", "Ada", key="name")
        note = st.text_input("Note", key="note")
        tick = st.checkbox("Tick")
        sent = st.form_submit_button("Go")
    st.text((name, note, tick, st.session_state.name))
"""


def fill(app: AppTest) -> AppTest:
    app.text_input[0].input("Bob")
    app.text_input[1].input("news")
    app.checkbox[0].check()
    app.button[0].click()
    return app.run()


def shown(app: AppTest) -> list[Any]:
    return [*app.text_input.values, *app.checkbox.values]


def test_f02_clear_on_submit_resets_to_the_defaults_after_the_run_that_saw_the_values() -> None:
    app = fill(AppTest.from_string(CLEARED).run())
    assert app.text.values == ["('Bob', 'news', True, 'Bob')"]
    assert shown(app) == ["Ada", "", False]
    assert (app.session_state.name, app.session_state.note) == ("Ada", "")
    assert app.run().text.values == ["('Ada', '', False, 'Ada')"]


def test_f02_no_second_run_is_needed() -> None:
    app = fill(
        AppTest.from_string(
            CLEARED + "\n    st.session_state.runs = st.session_state.get('runs', 0) + 1"
        ).run()
    )
    assert shown(app) == ["Ada", "", False]
    assert app.session_state.runs == 2


def test_f02_a_run_that_fails_loses_nothing() -> None:
    app = AppTest.from_string(CLEARED + "\n    if sent: 1 / 0").run()
    fill(app)
    assert app.exception
    assert shown(app) == ["Bob", "news", True]
    assert app.run().text.values == ["('Bob', 'news', True, 'Bob')"]


def test_f02_a_callback_that_fails_loses_nothing() -> None:
    script = CLEARED.replace('button("Go"', 'button("Go", on_click=lambda: 1 / 0')
    app = fill(AppTest.from_string(script).run())
    assert app.exception
    assert shown(app) == ["Bob", "news", True]


def test_f02_a_script_that_stops_itself_has_seen_the_values() -> None:
    app = fill(AppTest.from_string(CLEARED + "\n    if sent: st.stop()").run())
    assert shown(app) == ["Ada", "", False]


def test_f02_a_script_that_reruns_itself_sees_them_in_the_rerun_too() -> None:
    app = fill(AppTest.from_string(CLEARED + "\n    if sent: st.rerun()").run())
    assert app.text.values == ["('Bob', 'news', True, 'Bob')"]
    assert shown(app) == ["Ada", "", False]


def test_f02_a_script_that_fails_in_the_rerun_loses_nothing() -> None:
    app = AppTest.from_string(
        CLEARED
        + "\n    if sent: st.session_state.fails = True; st.rerun()"
        + "\n    if st.session_state.pop('fails', False): 1 / 0"
    ).run()
    fill(app)
    assert shown(app) == ["Bob", "news", True]
    assert shown(app.run()) == ["Bob", "news", True]


def test_f02_what_the_script_sets_in_that_run_stays() -> None:
    script = CLEARED.replace(
        'button("Go"', 'button("Go", on_click=lambda: st.session_state.update(note="kept")'
    )
    app = fill(AppTest.from_string(script).run())
    assert shown(app) == ["Ada", "kept", False]


def test_f02_another_button_clears_nothing() -> None:
    app = AppTest.from_string(
        CLEARED + "\n    with st.form('g'):\n        st.form_submit_button('Other')"
    ).run()
    app.text_input[0].input("Bob")
    app.button[1].click().run()
    assert app.text_input[0].value == "Bob"
    fill(app)
    assert shown(app) == ["Ada", "", False]


def test_w19_f02_what_is_bound_leaves_the_address_clean() -> None:
    app = AppTest.from_string("""
        import ostinato as st
        with st.form("f", clear_on_submit=True):
            name = st.text_input("Name", key="name", bind="query-params")
            st.form_submit_button("Go")
        st.text((name, dict(st.query_params)))
    """).run()
    app.text_input[0].input("Bob")
    app.button[0].click().run()
    assert app.query_params == {}
    assert app.run().text.values == ["('', {})"]


# What is refused.


@pytest.mark.parametrize(
    ("inside", "error", "text"),
    [
        (
            "st.text_input('Name', on_change=print)",
            "StreamlitInvalidFormCallbackError",
            'text_input "Name": in a form only a submit button can have a callback',
        ),
        (
            "st.expander('More', on_change=print)",
            "StreamlitInvalidFormCallbackError",
            'expander "More": in a form only',
        ),
        (
            "st.columns(2)[1].button('Go')",
            "StreamlitInvalidLayoutContextError",
            'button "Go": a form has no buttons but those that submit it',
        ),
        (
            "st.menu_button('Go', ['a'])",
            "StreamlitInvalidLayoutContextError",
            'menu_button "Go": a form has no buttons',
        ),
        (
            "st.container().form('g')",
            "StreamlitInvalidLayoutContextError",
            'form "g": a form cannot be in another one, got one in form "f"',
        ),
        (
            "st.form_submit_button('a'); st.form_submit_button('a')",
            "StreamlitDuplicateElementKey",
            "got key='FormSubmitter:f-a' twice",
        ),
        (
            "st.session_state['FormSubmitter:f-a'] = True; st.form_submit_button('a')",
            "StreamlitValueAssignmentNotAllowedError",
            'form_submit_button "a": its value cannot be set',
        ),
        (
            "st.sidebar.form_submit_button('a')",
            "StreamlitInvalidLayoutContextError",
            'form_submit_button "a": it must be in a form',
        ),
    ],
)
def test_f01_what_cannot_stand_in_a_form_says_so(inside: str, error: str, text: str) -> None:
    app = AppTest.from_string(f"import ostinato as st\nwith st.form('f'):\n    {inside}").run()
    assert app.exception[0].error == error
    assert text in app.exception[0].message


def test_w04_w05_the_key_of_a_form_is_no_value_and_no_other_forms() -> None:
    app = AppTest.from_string("""
        import ostinato as st
        st.text_input("Name", key="f")
        with st.form("f"):
            st.form_submit_button("Go")
    """).run()
    assert not app.exception
    app = AppTest.from_string("import ostinato as st\nst.form('f')\nst.form('f')").run()
    assert app.exception[0].error == "StreamlitDuplicateElementKey"
    app = AppTest.from_string("import ostinato as st\nst.session_state.f = 1\nst.form('f')").run()
    assert app.exception[0].error == "StreamlitValueAssignmentNotAllowedError"


@pytest.mark.parametrize(
    ("arguments", "error", "text"),
    [
        ({"key": None}, errors.StreamlitValueError, "form: it must have a key, got key=None"),
        ({"width": 0}, errors.StreamlitInvalidWidthError, 'form "f": width .*width=0'),
        ({"height": "x"}, errors.StreamlitInvalidHeightError, "form \"f\": height .*height='x'"),
    ],
)
def test_what_makes_no_form_is_refused(
    arguments: dict[str, Any], error: type[Exception], text: str
) -> None:
    with pytest.raises(error, match=text):
        st.form(**{"key": "f", **arguments})


@pytest.mark.parametrize(
    ("arguments", "error", "text"),
    [
        ({"type": "x"}, errors.StreamlitValueError, "type must be one of"),
        ({"icon_position": "x"}, errors.StreamlitValueError, "icon_position must be one of"),
        ({"on_click": "rerun"}, errors.StreamlitAPIException, "got on_click='rerun'"),
        ({"on_click": 5}, errors.StreamlitValueError, "got on_click=5"),
        ({"shortcut": "R"}, errors.StreamlitAPIException, "the keys C and R are taken"),
        ({"icon": "x"}, errors.StreamlitAPIException, "got icon='x'"),
        ({"width": -1}, errors.StreamlitInvalidWidthError, "got width=-1"),
    ],
)
def test_what_makes_no_submit_button_is_refused(
    arguments: dict[str, Any], error: type[Exception], text: str
) -> None:
    with pytest.raises(error, match=f'^form_submit_button "Submit": .*{text}'):
        st.form_submit_button(**arguments)


def test_w16_a_disabled_submit_button_does_nothing(caplog: pytest.LogCaptureFixture) -> None:
    script = GUEST.replace("on_click=note, args=[1]", "disabled=True, on_click=note")
    app = AppTest.from_string(script).run()
    app.inputs.click(app.button[0].id, True)  # As only a forged event does.
    assert app.run().session_state.log == []
    assert "is disabled" in caplog.text


def test_s08_without_a_server_it_gives_its_defaults() -> None:
    with st.form("bare"):
        assert st.text_input("Name", "Ada") == "Ada"
        assert st.form_submit_button("Go") is False


@pytest.mark.parametrize(
    "wire", [5, None, ["x"], {"a": 1}, float("nan"), "x" * 11, True, b"bytes", 10**30]
)
def test_w16_one_value_that_does_not_fit_spoils_no_other(
    wire: object, caplog: pytest.LogCaptureFixture
) -> None:
    app = AppTest.from_string("""
        import ostinato as st
        with st.form("f"):
            name = st.text_input("Name", max_chars=10)
            tick = st.checkbox("Tick")
            sent = st.form_submit_button("Go")
        st.text((name, tick, sent))
    """).run()
    app.checkbox[0].check()
    app.inputs.enter(app.text_input[0].id, wire)
    app.button[0].click().run()
    assert app.text.values == ["('', True, True)"]
    assert "1 change(s) dropped" in caplog.text
