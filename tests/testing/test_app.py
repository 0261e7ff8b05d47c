"""What a test finds and does: as Streamlit's AppTest has it, and beyond."""

import copy
import datetime as dt
import sys
from pathlib import Path
from typing import Any

import pytest

from ostinato.errors import AppTestError, NotAvailable, RunTimeout
from ostinato.testing import AppTest

JANUARY, FEBRUARY = dt.date(2026, 1, 1), dt.date(2026, 2, 1)
PAGE = """
import streamlit as st
st.title("Weather", anchor="top", icon="🌦️")
st.header("Now", anchor=False)
first, second = st.columns([1, 3], gap="large")
first.metric("Rain", 3, 1)
second.text_input("City", "Oslo", key="city", help="Where?")
with st.expander("More", icon="🔎", key="more"):
    st.checkbox("Wind")
with st.status("Loading", state="complete"):
    st.write("done")
with st.chat_message("user"):
    st.write("hi")
st.tabs(["a", "b"])[1].caption("in b")
st.grid(3, gap=None).text("in a grid")
st.sidebar.button("Update", key="update")
st.code("x", language=None)
st.exception(DeprecationWarning("old"))
st.pagination(5, default=2)
"""


@pytest.fixture
def page() -> AppTest:
    return AppTest.from_string(PAGE).run()


@pytest.mark.parametrize(
    ("read", "said"),
    [
        (lambda app: (app.title[0].anchor, app.title[0].hide_anchor), ("top", False)),
        (lambda app: (app.header[0].anchor, app.header[0].hide_anchor), ("", True)),
        (lambda app: (app.title[0].icon, app.header[0].icon), ("🌦️", "")),
        (lambda app: (app.columns[0].weight, app.columns[1].gap), (0.25, "large")),
        (lambda app: (app.expander("more").label, app.expander[0].icon), ("More", "🔎")),
        (lambda app: (app.status[0].state, app.status[0].icon), ("complete", ":material/check:")),
        (lambda app: (app.chat_message[0].name, app.chat_message[0].avatar), ("user", "user")),
        (lambda app: [each.label for each in app.tabs], ["a", "b"]),
        (lambda app: (app.grid[0].column_count, app.grid[0].gap), (3, None)),
        (lambda app: (app.grid[0].border, app.grid[0].wrap), (False, True)),
        (lambda app: (app.code[0].language, app.code[0].show_line_numbers), ("plaintext", False)),
        (lambda app: (app.exception[0].is_warning, app.exception[0].is_markdown), (True, False)),
        (lambda app: (app.pagination[0].num_pages, app.pagination[0].default), (5, 2)),
        (lambda app: (app.text_input[0].help, app.checkbox[0].help), ("Where?", "")),
        (lambda app: (app.text_input.len, app.columns.len, len(app.main)), (1, 2, 11)),
        (lambda app: (app.main[0].value, app[0].type, app[1].type), ("Weather", "main", "sidebar")),
        (lambda app: [each.type for each in app][:3], ["main", "title", "header"]),
        (lambda app: [each.type for each in app.expander[0]], ["expander", "checkbox"]),
        (lambda app: [each.type for each in app.get("flex_container")], ["columns"]),
        (lambda app: app.get_by_key("more").checkbox[0].label, "Wind"),
        (lambda app: app.sidebar.button[0] in app.button, True),
        (lambda app: app.title == app.title[0:1], True),
        (lambda app: app.text_input[0] == app.text_input[0], True),
        (lambda app: (bool(app.bottom), bool(app.sidebar)), (False, True)),
    ],
)  # fmt: skip
def test_at01_what_is_read_is_what_streamlits_tests_read(
    page: AppTest, read: Any, said: object
) -> None:
    assert read(page) == said


def test_at03_what_has_no_such_key_is_found_by_its_label(page: AppTest) -> None:
    assert page.checkbox("Wind") == page.checkbox[0]
    assert page.expander("More").key == "more"
    twice = AppTest.from_string("""
        import ostinato as st
        st.button("Go", key="a"); st.button("Go", key="b"); st.button("a", key="c")
    """).run()
    assert twice.button("a").label == "Go"
    with pytest.raises(AppTestError, match="one must have the label, got 'Go' of 2"):
        twice.button("Go")


def test_one_key_of_two_elements_is_refused_where_the_type_is_not_said() -> None:
    app = AppTest.from_string("""
        import ostinato as st
        st.container(key="k").text("a")
        st.expander("b", key="k2")
    """).run()
    assert app.get_by_key("k").type == "container"
    with pytest.raises(KeyError, match=r"nothing on the page has key='no': it has \['k', 'k2'\]"):
        app.get_by_key("no")
    with pytest.raises(IndexError, match="main: it holds 2, got index 7"):
        app.main[7]
    with pytest.raises(AttributeError, match="'Block' object has no attribute 'wait'"):
        _ = app.main.wait  # type: ignore[attr-defined]


def test_an_element_that_shows_something_else_is_another_one() -> None:
    app = AppTest.from_string("""
        import ostinato as st
        st.text(st.toggle("On"))
        st.text("same")
    """).run()
    before = list(app.text)
    app.toggle[0].check().run()
    assert (app.text[0] == before[0], app.text[1] == before[1]) == (False, True)
    assert hash(app.text[1]) == hash(before[1])
    assert copy.copy(app.text[1]) == before[1]
    assert app.main != app.sidebar
    assert app.main == app.main


@pytest.mark.parametrize(
    ("call", "bounds", "step"),
    [
        ("0, 10", (0, 10), 1),
        ("dt.date(2026, 1, 1), dt.date(2026, 2, 1)", (JANUARY, FEBRUARY), dt.timedelta(days=1)),
        ("dt.time(8), dt.time(9)", (dt.time(8), dt.time(9)), dt.timedelta(minutes=15)),
    ],
)  # fmt: skip
def test_at01_bounds_of_a_slider_are_what_the_script_said(
    call: str, bounds: Any, step: Any
) -> None:
    app = AppTest.from_string(
        f"import datetime as dt, streamlit as st\nst.slider('a', {call})"
    ).run()
    assert ((app.slider[0].min, app.slider[0].max), app.slider[0].step) == (bounds, step)


def test_at01_arguments_of_a_function_can_be_changed_between_runs() -> None:
    def script(word: str, times: int = 1) -> None:
        import streamlit as st  # noqa: PLC0415  (a script imports what it needs)

        st.text(word * times)

    app = AppTest.from_function(script, args=("a",), kwargs={"times": 3})
    assert app.run().text[0].value == "aaa"
    app.args, app.kwargs = ("b",), {"times": 2}
    assert app.run().text[0].value == "bb"
    assert AppTest.from_string("").args is None


def test_at01_an_app_can_be_made_of_a_path(tmp_path: Path) -> None:
    (tmp_path / "app.py").write_text("import streamlit as st; st.text(_args)")
    app = AppTest(str(tmp_path / "app.py"), default_timeout=5)
    assert (app.default_timeout, app.run().exception[0].error) == (5, "NameError")
    assert AppTest(tmp_path / "app.py").name == "app.py"


def test_at01_a_test_says_what_the_browser_is() -> None:
    app = AppTest.from_string("""
        import streamlit as st
        here = st.context
        st.text([here.locale, here.timezone, here.timezone_offset, here.url, here.theme.type])
        st.text([here.is_embedded, st.query_params.to_dict()])
    """).run()
    assert app.text.values == ["[None, None, None, None, None]", "[False, {}]"]
    app.context["locale"] = "de-DE"
    app.context |= {"timezone": "Europe/Berlin", "timezone_offset": -60, "url": None}
    app.context |= {"theme": "dark", "is_embedded": True}
    assert app.run().text.values == ["['de-DE', 'Europe/Berlin', -60, None, 'dark']", "[True, {}]"]
    assert app.query_params == {}


def test_at01_whoever_goes_to_another_page_has_clicked_before_and_stays_embedded() -> None:
    app = AppTest.from_string("""
        import streamlit as st
        def home():
            st.text_input("Name", key="name")
            st.button("Go", on_click=lambda: st.session_state.update(went=st.session_state.name))
        def other():
            st.title("Other")
        st.text([st.context.is_embedded, st.session_state.get("went")])
        st.navigation([st.Page(home, default=True), st.Page(other)]).run()
    """)
    app.context["is_embedded"] = True
    app.run().text_input[0].input("Ada")
    app.button[0].click()
    app.switch_page("other").run()
    assert (app.title.values, app.text.values) == (["Other"], ["[True, 'Ada']"])


def test_at02_a_run_that_took_too_long_is_not_sent_again() -> None:
    app = AppTest.from_string("""
        import time
        import streamlit as st
        count = st.session_state.setdefault("count", [])
        if st.button("Go"):
            count.append(1)
            while st.session_state.get("waits") and len(count) == 1:
                time.sleep(0.01)
        st.text(len(count))
    """).run()
    app.session_state["waits"] = True
    with pytest.raises(RunTimeout):
        app.button[0].click().run(timeout=0.3)
    app.session_state["waits"] = False
    assert app.run().text[0].value == "1"


@pytest.mark.parametrize(
    ("context", "said"),
    [
        ({"colour": "red"}, "context must say one of is_embedded, .*, got 'colour'"),
        ({"locale": 3}, r"context\['locale'\] must be str, got 3"),
        ({"timezone_offset": True}, r"context\['timezone_offset'\] must be int, got True"),
        ({"theme": "pink"}, r"context\['theme'\] must be 'light' or 'dark', got 'pink'"),
    ],
)
def test_at02_what_no_browser_says_is_refused(context: dict[str, Any], said: str) -> None:
    app = AppTest.from_string("")
    app.context = context
    with pytest.raises(AppTestError, match=said):
        app.run()


AUTH = {
    "redirect_uri": "http://localhost/oauth2callback",
    "cookie_secret": "s" * 32,
    "client_id": "me",
    "client_secret": "x",
    "server_metadata_url": "https://id.example",
}


def test_at01_whoever_logs_out_is_logged_out_in_the_next_run() -> None:
    app = AppTest.from_string("""
        import streamlit as st
        st.text([st.user.get("is_logged_in"), st.user.get("name"), dict(st.user.tokens)])
        st.button("Log out", on_click=st.logout)
    """)
    app.secrets["auth"] = AUTH
    given = {"is_logged_in": True, "name": "Ada", "tokens": {"id": "t"}}
    app.user = given
    assert app.run().text.values == ["[True, 'Ada', {'id': 't'}]"]
    app.button[0].click().run()
    assert (app.user, given["is_logged_in"]) == ({"is_logged_in": False}, True)
    assert app.run().text.values == ["[False, None, {}]"]


def test_at01_files_wait_beside_each_other_until_the_run() -> None:
    app = AppTest.from_string("""
        import streamlit as st
        many = st.file_uploader("Many", accept_multiple_files=True)
        one = st.camera_input("One")
        st.text([[(file.name, file.type) for file in many], one and one.name])
    """).run()
    app.file_uploader[0].upload("a.txt", b"a").upload("b.csv", b"b", "text/csv")
    app.camera_input[0].upload("me.jpg", b"jpeg").run()
    assert app.text[0].value == (
        "[[('a.txt', 'application/octet-stream'), ('b.csv', 'text/csv')], 'me.jpg']"
    )
    app.file_uploader[0].upload("c.txt", b"c").run()
    app.camera_input[0].set_value(None).run()
    assert app.text[0].value == "[[('c.txt', 'application/octet-stream')], None]"


@pytest.mark.parametrize(
    "use",
    [
        lambda app: app.selectbox[0].select("z"),
        lambda app: app.slider[0].set_value(50),
        lambda app: app.text_input[0].input("too long"),
        lambda app: app.button[0].click(),
        lambda app: app.switch_page("nowhere.py"),
    ],
)
def test_at02_what_nobody_could_do_is_an_error_of_the_test(use: Any) -> None:
    app = AppTest.from_string("""
        import streamlit as st
        st.selectbox("a", ["x"])
        st.slider("b", 0, 10)
        st.text_input("c", max_chars=3)
        st.button("d", disabled=True)
    """).run()
    with pytest.raises(AppTestError) as error:
        use(app)
    assert isinstance(error.value, ValueError)


@pytest.mark.parametrize(
    ("use", "said"),
    [
        (lambda app: app.data_editor[0].set_cell(0, "a", 2), "^data_editor: it is disabled"),
        (lambda app: app.pagination[0].select(2), "^pagination: it is disabled"),
        (lambda app: app.camera_input[0].clear(), '^camera_input "Smile": it is disabled'),
        (lambda app: app.file_uploader[0].set_value("a.txt"), "a file of .* got 'a.txt': pass"),
        (lambda app: app.file_uploader[0].set_value(5), "a file of .* got 5: pass"),
        (lambda app: app.selectbox[0].select_index(9), 'x "One": there is no such option, got ind'),
        (lambda app: app.menu_button[0].click_index(2), "got index=2: it has 2"),
        (lambda app: app.plotly_chart[0].select(points=[5]), "no such point, got 5: .* has 1"),
        (lambda app: app.get("dataframe")[1].press("b", 7), "no such row, got row=7: it has 1"),
        (lambda app: app.component_v2[0].set_value({"a": {1}}), '"knob": not a value the widget'),
        (lambda app: app.component_v2[0].trigger(go={1}), '"knob": not a value the widget'),
        (lambda app: app.component_v2[0].trigger(), "expected the value of a trigger, got none"),
    ],
)  # fmt: skip
def test_at02_an_error_names_the_element_and_what_was_wrong(use: Any, said: str) -> None:
    app = AppTest.from_string("""
        import streamlit as st
        st.data_editor({"a": [1]}, disabled=True)
        st.pagination(5, disabled=True)
        st.camera_input("Smile", disabled=True)
        st.file_uploader("Here")
        st.selectbox("One", ["a", "b"])
        st.menu_button("Menu", ["a", "b"])
        st.plotly_chart({"data": [{"y": [1]}]}, on_select="rerun")
        press = st.column_config.ButtonColumn("b", key="press")
        st.dataframe({"b": ["Go"]}, column_config={"b": press})
        st.components.v2.component("knob", js="export default () => {}")(key="k")
    """).run()
    assert not app.exception
    with pytest.raises(AppTestError, match=said):
        use(app)


def test_at02_an_element_without_pandas_says_how_to_read_its_table(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    app = AppTest.from_string(
        "import streamlit as st; st.dataframe({'a': [1]}); st.table({'a': [1]})"
    ).run()
    monkeypatch.setitem(sys.modules, "pandas", None)
    monkeypatch.delitem(sys.modules, "ostinato.testing.frames", raising=False)
    for node in (app.dataframe[0], app.table[0]):
        with pytest.raises(NotAvailable, match=f"value of {node.type} is .*use .columns and .row"):
            _ = node.value
        assert node.rows[0][-1] == 1


def test_at02_state_can_be_read_as_a_dict() -> None:
    app = AppTest.from_string("import streamlit as st; st.session_state.a = 1").run()
    assert app.session_state.to_dict() == {"a": 1}
    assert (app.session_state.get("b", 2), len(app.session_state)) == (2, 1)


def test_at04_a_page_can_be_printed() -> None:
    app = AppTest.from_string("""
        import ostinato as st
        st.title("Shop")
        with st.form("order"):
            st.number_input("Cups", value=2, key="cups")
            st.form_submit_button("Buy", disabled=True)
        st.columns(2)[1].link_button("Help", "https://example.com")
        st.dataframe({"a": [1, 2, 3]}, hide_index=True)
        st.empty()
        st.plotly_chart({"data": [{"y": [1]}]})
        st.sidebar.markdown("A  long\\ntext " + "x" * 200)
        st.toast("Hi")
        1 / 0
    """).run()
    lines = str(app).splitlines()
    assert lines[:12] == [
        "main",
        "  title: Shop",
        "  form (key=order)",
        '    number_input "Cups" (key=cups): 2',
        '    button "Buy" (disabled)',
        "  columns",
        "    column",
        "    column",
        '      link_button "Help"',
        "  dataframe: 3 rows of a",
        "  empty",
        "  plotly_chart",
    ]
    assert lines[12] == "  exception: ZeroDivisionError: division by zero"
    assert any("script.py" in line for line in lines[13:16])
    assert "sidebar" in lines
    assert "  markdown: A long text xxxx" in next(line for line in lines if "markdown" in line)[:28]
    assert max(map(len, lines)) < 130
    assert lines[-1] == "toast: Hi"
    app.number_input[0].increment()
    assert str(app).splitlines()[-1] == "(what was done since waits for run())"
    assert str(AppTest.from_string("")) == "(nothing is on the page)"


def test_at04_a_long_page_is_cut() -> None:
    app = AppTest.from_string("import ostinato as st\nfor n in range(300): st.text(n)").run()
    lines = str(app).splitlines()
    assert (len(lines), lines[-1]) == (201, "... and 101 lines more")
