"""A field for messages in a session: what is written into it is not lost."""

from collections.abc import Callable

from tab import Tab

OpenTab = Callable[..., Tab]


def test_w04_text_written_into_the_field_outlasts_a_run_that_makes_room(open_tab: OpenTab) -> None:
    tab = open_tab("""
def fill():
    st.session_state.say = "Dear"
st.button("Fill", on_click=fill)
st.button("Other")
gates.reach("above")
st.chat_input("Say", key="say")
""")
    tab.server.gates.close("above")
    tab.server.gates.reached.clear()
    tab.click("Fill")
    tab.server.until(lambda: "above" in tab.server.gates.reached)
    run = tab.session.runner.run
    assert run is not None
    run.interrupt.ask("stop")
    tab.server.gates.open("above")
    tab.settle()
    assert tab.session.state.entries.value("say") == "Dear"
