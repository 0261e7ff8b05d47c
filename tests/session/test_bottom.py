"""The bottom: a root of the page, as the sidebar is one."""

from collections.abc import Callable

from ostinato.testing import AppTest
from tab import Tab

OpenTab = Callable[..., Tab]


def test_what_is_drawn_into_it_stands_there_wherever_that_is_done() -> None:
    app = AppTest.from_string("""
        import ostinato as st
        with st.bottom:
            st.text("first")
            name = st.text_input("Name")
        with st.container():
            st.bottom.text("second")
            st.text("main")
        with st.bottom, st.sidebar:
            st.text("beside")
        st.text(name)
    """).run()
    assert app.bottom.text.values == ["first", "second"]
    assert app.main.text.values == ["main", ""]
    assert app.sidebar.text.values == ["beside"]
    app.text_input[0].input("Ann").run()
    assert app.main.text.values == ["main", "Ann"]


def test_r06_it_is_no_part_of_the_sidebar() -> None:
    app = AppTest.from_string("""
        import ostinato as st
        with st.sidebar:
            st.text("beside")
            st.bottom.text("low")
    """).run()
    (error,) = app.exception
    assert error.error == "StreamlitInvalidLayoutContextError"
    assert error.message.startswith("bottom: it belongs to the main part of the page")
    assert app.text.values == ["beside"]


def test_r03_it_outlasts_reruns_and_a_refresh_and_goes_when_nothing_is_drawn_there(
    open_tab: OpenTab,
) -> None:
    tab = open_tab("""
if st.checkbox("On", True):
    st.bottom.button("Low", key="low")
st.text(st.session_state.get("low"))
""")
    assert len(tab.page.children["bottom"]) == 1
    tab.click("low")
    tab.settle()
    assert tab.texts == ["True"]
    before = tab.page.children["bottom"]
    tab.reload()
    tab.settle()
    assert tab.page.children["bottom"] == before
    tab.set("On", False)
    tab.settle()
    assert tab.page.children["bottom"] == []
