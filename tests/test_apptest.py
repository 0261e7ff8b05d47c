"""AppTest drives a real session, as a browser would."""

import asyncio
import gc
import sys
import threading
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest

import ostinato as st
from ostinato.errors import RunTimeout, ScriptNotFound, StreamlitAPIException
from ostinato.testing import AppTest

COUNTER = """
import streamlit as st
if "count" not in st.session_state:
    st.session_state.count = 0
if st.button("Increment"):
    st.session_state.count += 1
st.write("Count =", st.session_state.count)
"""


def test_a_script_of_streamlit_runs_as_it_is() -> None:
    app = AppTest.from_string(COUNTER).run()
    for count in range(1, 6):
        app.button[0].click().run()
        assert app.markdown[0].value == f"Count = `{count}`"
    assert app.session_state.count == 5


def test_two_tests_do_not_share_state() -> None:
    one, other = AppTest.from_string(COUNTER).run(), AppTest.from_string(COUNTER).run()
    one.button[0].click().run()
    assert (one.session_state.count, other.run().session_state.count) == (1, 0)


def test_a_file_is_found_beside_the_test_and_imports_beside_itself(tmp_path: Path) -> None:
    (tmp_path / "neighbour_of_app.py").write_text("WORD = 'hello'")
    path = tmp_path / "app.py"
    path.write_text(
        "import streamlit as st, neighbour_of_app as n\nst.text(n.WORD)\nst.text(__file__)"
    )
    app = AppTest.from_file(path).run()
    assert app.text.values == ["hello", str(path)]
    assert str(tmp_path) not in sys.path
    assert AppTest.from_file("api/../test_apptest.py")


def test_a_missing_file_is_named() -> None:
    with pytest.raises(ScriptNotFound, match="the file is not there, got '.*nowhere.py'"):
        AppTest.from_file("nowhere.py")


def test_a_function_is_a_script_with_arguments() -> None:
    def script(word: "NoSuchName", *, times: int) -> None:  # type: ignore[name-defined]  # noqa: F821
        import streamlit as st  # noqa: PLC0415  (a script imports what it needs)

        st.text(word * times)

    app = AppTest.from_function(script, args=("a",), kwargs={"times": 3}).run()
    assert app.text[0].value == "aaa"


def test_state_can_be_set_before_the_first_run_and_between_runs() -> None:
    app = AppTest.from_string("""
        import ostinato as st
        st.text(st.session_state.word + st.text_input("a", key="a"))
    """)
    app.session_state["word"] = "x"
    app.session_state.a = "1"
    assert app.run().text[0].value == "x1"
    app.session_state.word, app.session_state.a = "y", "2"
    assert app.run().text[0].value == "y2"
    assert app.text_input[0].value == "2"
    assert dict(app.session_state) == {"word": "y", "a": "2"}
    del app.session_state.word
    assert dict(app.session_state) == {"a": "2"}
    with pytest.raises(AttributeError, match='no key "nothing"'):
        _ = app.session_state.nothing


def test_w14_a_state_that_does_not_fit_is_refused_as_a_session_refuses_it() -> None:
    app = AppTest.from_string("""
        import ostinato as st
        st.text(st.selectbox("a", ["x", "y"], key="a"))
        st.text(st.slider("b", 0, 10, 5, key="b"))
    """).run()
    app.session_state.a, app.session_state.b = "z", 50
    assert app.run().text.values == ["x"]
    assert app.exception[0].error == "StreamlitValueAboveMaxError"


def test_the_address_can_be_looked_at_and_gone_to() -> None:
    app = AppTest.from_string("""
        import ostinato as st
        st.text(st.query_params.get_all("a"))
        st.text(st.number_input("Step", 0, 9, key="step", bind="query-params"))
        if st.button("Add"):
            st.query_params.b = "x y"
    """)
    app.query_params["a"] = "1"
    app.query_params["step"] = 2
    assert app.run().text.values == ["['1']", "2"]
    assert app.query_params == {"a": "1", "step": "2"}
    app.query_params["a"] = ["1", "2"]
    app.button[0].click().run()
    assert app.text.values == ["['1', '2']", "2"]
    assert app.query_params == {"a": ["1", "2"], "step": "2", "b": "x y"}
    app.number_input[0].set_value(3).run()
    assert app.query_params == {"a": ["1", "2"], "step": "3", "b": "x y"}
    app.query_params = {"step": "4"}
    assert app.run().text.values == ["[]", "4"]


def test_values_entered_together_arrive_together() -> None:
    app = AppTest.from_string("""
        import ostinato as st
        st.session_state.setdefault("runs", 0)
        st.session_state.runs += 1
        st.text(st.text_input("a") + st.text_input("b"))
    """).run()
    app.text_input[0].input("x")
    app.text_input[1].input("y")
    assert app.text_input[0].value == "x"
    assert app.text[0].value == ""
    app.run()
    assert app.text[0].value == "xy"
    assert app.session_state.runs == 2


def test_elements_are_found_by_type_key_and_place() -> None:
    app = AppTest.from_string("""
        import ostinato as st
        st.text("a")
        st.checkbox("b", key="k")
        st.sidebar.text("c")
    """).run()
    assert app.text.values == [one.value for one in app.get("text")] == ["a", "c"]
    assert app.checkbox(key="k") is not None
    assert app.get_by_key("k").label == "b"
    assert [node.type for node in app.main] == ["main", "text", "checkbox"]
    with pytest.raises(KeyError, match=r"none with key='x': the page has \['k'\]"):
        app.checkbox(key="x")
    with pytest.raises(KeyError, match="nothing on the page has key='x'"):
        app.get_by_key("x")
    with pytest.raises(IndexError, match="text: there are 2 on the page, got index 5"):
        app.text[5]


def test_an_element_tells_its_arguments_also_those_at_their_default() -> None:
    app = AppTest.from_string("import ostinato as st; st.title('a'); st.help(st)").run()
    assert (app.title[0].icon, app.title[0].width) == ("", "stretch")
    with pytest.raises(AttributeError, match="^title: there is no 'nonsense': it has"):
        _ = app.title[0].nonsense


def test_what_does_not_exist_is_an_error() -> None:
    app = AppTest.from_string("").run()
    with pytest.raises(AttributeError, match="'AppTest' object has no attribute 'nonsense'"):
        _ = app.nonsense  # type: ignore[attr-defined]


def test_an_input_that_has_gone_cannot_be_used() -> None:
    app = AppTest.from_string("""
        import ostinato as st
        if not st.checkbox("hide"):
            st.text_input("a")
    """).run()
    field = app.text_input[0]
    app.checkbox[0].check().run()
    with pytest.raises(StreamlitAPIException, match="is not on the page any more"):
        field.input("x")


def test_a_run_that_takes_too_long_says_where_it_is() -> None:
    app = AppTest.from_string("""
        import threading
        import ostinato as st
        threading.Event().wait(30)
    """)
    with pytest.raises(RunTimeout, match="got timeout=0.05 .*(.|\n)*line 4, in <module>"):
        app.run(timeout=0.05)


def test_it_works_inside_a_running_event_loop() -> None:
    async def check() -> Any:
        return AppTest.from_string("import ostinato as st; st.text('a')").run().text[0].value

    assert asyncio.run(check()) == "a"


def test_the_script_may_await() -> None:
    app = AppTest.from_string("""
        import asyncio, ostinato as st
        st.text(await asyncio.sleep(0, "a"))
    """).run()
    assert app.text.values == ["a"]


def test_rerun_and_stop_are_followed_to_the_end() -> None:
    app = AppTest.from_string("""
        import ostinato as st
        st.session_state.setdefault("n", 0)
        if st.session_state.n < 3:
            st.session_state.n += 1
            st.rerun()
        st.text(st.session_state.n)
        st.stop()
        st.text("never")
    """).run()
    assert app.text.values == ["3"]


def test_l08_the_page_shows_the_value_that_the_script_set() -> None:
    app = AppTest.from_string("""
        import ostinato as st
        def upper():
            st.session_state.a = st.session_state.a.upper()
        st.text_input("a", key="a", on_change=upper)
    """).run()
    app.text_input[0].input("ada").run()
    assert app.text_input[0].value == "ADA"
    assert app.page.values[app.text_input[0].id] == "ADA"


def test_without_a_test_or_server_elements_are_quiet() -> None:
    assert st.slider("a") == 0


def test_a_run_that_nobody_waits_for_any_more_ends_in_peace(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    gate = threading.Event()
    failures: list[threading.ExceptHookArgs] = []
    monkeypatch.setattr(threading, "excepthook", failures.append)
    monkeypatch.setattr(threading, "gate", gate, raising=False)
    before = set(threading.enumerate())
    app = AppTest.from_string("import threading\nthreading.gate.wait(10)\n")
    with suppress(RunTimeout):
        app.run(timeout=0.05)
    started = set(threading.enumerate()) - before
    assert started
    del app
    gc.collect()
    gate.set()
    for thread in started:
        thread.join(10)
    assert failures == []


def test_issue_8_a_button_is_true_once_the_app_has_run_with_its_click() -> None:
    app = AppTest.from_string("""
        import ostinato as st
        st.text(st.button("Go"))
    """).run()
    app.button[0].click().run()
    assert (app.button[0].value, app.text.values) == (True, ["True"])
    app.run()
    assert (app.button[0].value, app.text.values) == (False, ["False"])
    app.button[0].click()
    assert app.button[0].set_value(False).value is False


def test_issue_8_an_input_whose_key_was_deleted_shows_what_is_on_the_page() -> None:
    app = AppTest.from_string("""
        import ostinato as st
        st.slider("n", 0, 10, 3, key="n")
        st.text_input("a", key="a")
        if st.button("Forget"):
            del st.session_state.n, st.session_state.a
    """).run()
    app.slider[0].set_value(7)
    app.text_input[0].input("x")
    app.button[0].click().run()
    assert (app.slider[0].value, app.text_input[0].value) == (7, "x")
    assert "MISSING" not in repr(app)
    assert "n" not in app.session_state
    assert app.run().slider[0].value == 3


def test_toasts_are_those_since_the_run_was_asked_for() -> None:
    app = AppTest.from_string("""
        import ostinato as st
        if st.button("Save"):
            message = st.toast("Saving ...")
            message.toast("*Saved*", icon=":material/done:")
            with st.sidebar:
                st.toast("Twice", duration="long")
            st.balloons()
            st.session_state.done = True
            st.rerun()
        if st.session_state.pop("done", False):
            st.toast("Again")
    """).run()
    assert app.toast.values == []
    app.button[0].click().run()
    assert app.toast.values == ["*Saved*", "Twice", "Again"]
    assert [toast.icon for toast in app.toast] == [":material/done:", "", ""]
    assert app.toast[1].duration == 10.0
    assert (len(app.main.toast), len(app.sidebar.toast)) == (0, 0)
    assert [each.type for each in app.get("balloons")] == ["balloons"]
    assert app.run().toast.values == []


def test_each_kind_of_input_has_the_class_that_streamlits_has() -> None:
    app = AppTest.from_string("""
        import ostinato as st
        st.radio("a", [1, 2])
        st.toggle("b")
        st.text_area("c")
        st.selectbox("d", [1])
        st.checkbox("e")
        st.text_input("f")
    """).run()
    for name in ("radio", "toggle", "text_area", "selectbox", "checkbox", "text_input"):
        (element,) = app.get(name)
        assert type(element).__name__.lower() == name.replace("_", "")
    app.radio[0].set_value(2)
    app.toggle[0].check()
    app.text_area[0].input("x").run()
    assert (app.radio[0].index, app.toggle[0].value, app.text_area[0].value) == (1, True, "x")


def test_elements_tell_what_those_of_streamlit_do() -> None:
    app = AppTest.from_string("""
        import ostinato as st
        st.link_button("Docs", "https://example.com")
        st.space()
        st.space(30)
        st.title("a"); st.header("b"); st.subheader("c")
        st.markdown("d"); st.caption("e", unsafe_allow_html=True)
    """).run()
    assert app.link_button[0].value == "Docs"
    assert app.link_button[0].click().value == "Docs"
    assert app.space.values == ["small", 30]
    assert [app.title[0].tag, app.header[0].tag, app.subheader[0].tag] == ["h1", "h2", "h3"]
    assert [app.markdown[0].allow_html, app.caption[0].allow_html] == [False, True]


def test_l11_what_is_entered_is_read_before_a_click_is_applied() -> None:
    app = AppTest.from_string("""
import streamlit as st

data = st.session_state.setdefault("data", {})
if st.session_state.setdefault("step", 1) == 1:
    data["cups"] = st.number_input("Cups", value=1)
    st.button("Next", on_click=st.session_state.__setitem__, args=("step", 2))
st.text(data)
""").run()
    app.number_input[0].set_value(7)
    assert app.button[0].click().run().text.values == ["{'cups': 7}"]


@pytest.mark.parametrize(
    ("script", "known"),
    [
        ("", r"the page has \[\]"),
        (
            "st.text_input('a'); st.text_input('b')",
            r"the page has 2 without a key \('a', 'b'\): take",
        ),
        (
            "st.text_input('a'); st.text_input('b', key='k')",
            r"the page has \['k'\], and 1 without a key \('a'\)",
        ),
    ],
)
def test_who_asks_for_a_key_that_is_not_there_hears_what_is(script: str, known: str) -> None:
    app = AppTest.from_string(f"import ostinato as st\n{script}").run()
    with pytest.raises(KeyError, match=f"none with key='nope': {known}"):
        app.text_input(key="nope")


def test_w16_what_is_disabled_cannot_be_used() -> None:
    app = AppTest.from_string("""
        import ostinato as st
        st.button("Go", disabled=True)
        st.link_button("Far", "/x", on_click="rerun", disabled=True)
        st.menu_button("Menu", ["a"], disabled=True)
        st.chat_input("Say", disabled=True)
        st.slider("Age", 0, 10, disabled=True)
        st.pills("Pick", ["a"], disabled=True)
        st.popover("More", on_change="rerun", disabled=True)
    """).run()
    uses: list[tuple[str, Callable[[], object]]] = [
        ('button "Go"', app.button[0].click),
        ('link_button "Far"', app.link_button[0].click),
        ('menu_button "Menu"', lambda: app.menu_button[0].click("a")),
        ('chat_input "Say"', lambda: app.chat_input[0].set_value("x")),
        ('slider "Age"', lambda: app.slider[0].set_value(3)),
        ('pills "Pick"', lambda: app.pills[0].select("a")),
        ('popover "More"', app.popover[0].set_open),
    ]
    for who, use in uses:
        with pytest.raises(StreamlitAPIException, match=f"^{who}: it is disabled"):
            use()
