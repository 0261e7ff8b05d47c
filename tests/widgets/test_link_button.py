"""Link button; what all presses have in common is told of button."""

from pathlib import Path
from typing import Any

import pytest

import ostinato as st
from ostinato.errors import (
    StreamlitAPIException,
    StreamlitInvalidParameterTypeError,
    StreamlitInvalidURLError,
    StreamlitInvalidWidthError,
    StreamlitValueError,
)
from ostinato.testing import AppTest
from tab import Server, Tab

URL = "https://example.com/a?b=1#c"


def test_without_a_callback_it_is_a_place_like_any_element() -> None:
    app = AppTest.from_string("""
        import ostinato as st
        place = st.link_button("Go", "https://example.com", key="go")
        st.link_button("Go", "https://example.com")
        st.link_button("Go", "https://example.com")
        st.text((type(place).__name__, dict(st.session_state)))
    """).run()
    assert app.text[0].value == "('Container', {})"
    assert [link.url for link in app.link_button] == ["https://example.com"] * 3
    assert app.link_button(key="go").click().run().text[0].value == "('Container', {})"


@pytest.mark.parametrize(
    "url",
    ["javascript:alert(1)", " Java\tScript:alert(1)", "data:text/html,x", "\x01file:///etc", "a:b"],
)
def test_r06_an_address_that_no_link_leads_to_is_refused(url: str) -> None:
    with pytest.raises(StreamlitInvalidURLError, match='^link_button "Go": url must begin with'):
        st.link_button("Go", url)


@pytest.mark.parametrize(
    "url",
    [
        "https://x.org",
        " HTTP://x.org",
        "mailto:a@b.c",
        "tel:1",
        "/x",
        "//x.org",
        "x",
        "?a=b:c",
        "#a:b",
        "",
    ],
)
def test_other_addresses_are_shown(url: str) -> None:
    app = AppTest.from_string(f"import ostinato as st; st.link_button('Go', {url!r})").run()
    assert app.link_button[0].url == url


@pytest.mark.parametrize("on_click", ['"rerun"', "None", "lambda: None"])
def test_w15_a_press_is_true_for_one_run(on_click: str) -> None:
    app = AppTest.from_string(f"""
        import ostinato as st
        st.text((st.link_button("Go", "/x", on_click={on_click}, key="go"), st.session_state.go))
    """).run()
    assert app.text[0].value == "(False, False)"
    app.link_button[0].click().run()
    assert app.text[0].value == "(True, True)"
    assert app.run().text[0].value == "(False, False)"


def test_c01_a_callback_gets_its_arguments_before_the_script_runs() -> None:
    app = AppTest.from_string("""
        import ostinato as st
        def note(*args, **kwargs):
            st.session_state.log = (args, kwargs)
        st.text(st.session_state.get("log"))
        st.link_button("Go", "/x", on_click=note, args=(1,), kwargs={"b": 2})
    """).run()
    app.link_button[0].click().run()
    assert app.text[0].value == "((1,), {'b': 2})"


def test_l05_each_of_several_presses_counts(tmp_path: Path) -> None:
    script = (
        "state = st.session_state\n"
        "state.sum = state.get('sum', 0) + st.link_button('Go', '/x', on_click='rerun')\n"
        "st.text(state.sum)"
    )
    with Server(tmp_path, script) as server:
        tab = Tab(server)
        for _ in range(5):
            tab.click("Go")
        tab.settle()
        assert tab.texts == ["5"]


def test_w04_its_key_cannot_be_set() -> None:
    app = AppTest.from_string("""
        import ostinato as st
        st.session_state.go = True
        st.link_button("Go", "/x", on_click="rerun", key="go")
    """).run()
    assert app.exception[0].error == "StreamlitValueAssignmentNotAllowedError"


@pytest.mark.parametrize("on_click", ["ignore", "rerun"])
def test_w05_a_key_is_used_once(on_click: str) -> None:
    app = AppTest.from_string(f"""
        import ostinato as st
        st.link_button("Go", "/x", key="go", on_click="{on_click}")
        st.container(key="go")
    """).run()
    assert app.exception[0].error == "StreamlitDuplicateElementKey"


def test_w16_a_disabled_one_does_nothing(caplog: pytest.LogCaptureFixture) -> None:
    app = AppTest.from_string(
        "import ostinato as st; st.text(st.link_button('Go', '/', on_click='rerun', disabled=True))"
    )
    app.run().inputs.click(app.link_button[0].id, True)  # As only a forged event does.
    assert app.run().text[0].value == "False"
    assert "is disabled" in caplog.text


@pytest.mark.parametrize(
    ("call", "error", "text"),
    [
        ({"url": None}, StreamlitInvalidParameterTypeError, "url must be a str, got url=None"),
        ({"on_click": "x"}, StreamlitValueError, "or a function, got on_click='x'"),
        ({"type": "big"}, StreamlitValueError, "got type='big'"),
        ({"icon_position": "top"}, StreamlitValueError, "got icon_position='top'"),
        ({"icon": "x"}, StreamlitAPIException, "got icon='x'"),
        ({"shortcut": "C"}, StreamlitAPIException, "the keys C and R are taken"),
        ({"width": "auto"}, StreamlitInvalidWidthError, "got width='auto'"),
    ],
)
def test_what_makes_no_link_is_refused(
    call: dict[str, Any], error: type[Exception], text: str
) -> None:
    with pytest.raises(error, match=text) as caught:
        st.link_button("a", **{"url": URL, **call})
    assert str(caught.value).startswith('link_button "a": ')


def test_the_old_form_of_width_still_works_and_says_what_to_write() -> None:
    with pytest.warns(DeprecationWarning, match="use width='stretch'"):
        st.link_button("a", URL, use_container_width=True)
