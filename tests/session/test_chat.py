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


CHAT = """
said = st.session_state.setdefault("said", [])
def answer():
    for word in ("Half ", "an ", "answer"):
        gates.reach(word)
        yield word
def kept(words, message):
    for word in words:
        message["text"] += word
        yield word
for message in said:
    st.chat_message(message["who"]).write(message["text"])
if question := st.chat_input("Say", submit_mode="stop"):
    st.chat_message("user").write(question)
    said += [{"who": "user", "text": question}, {"who": "assistant", "text": ""}]
    st.chat_message("assistant").write_stream(kept(answer(), said[-1]))
    said.append("never")
st.button("Other")
"""


def test_what_is_kept_as_it_comes_is_there_after_stop(open_tab: OpenTab) -> None:
    tab = open_tab(CHAT)
    tab.server.gates.close("answer")
    tab.send({tab.find("Say"): "Why?"}, tab.find("Say"))
    tab.server.until(lambda: "answer" in tab.server.gates.reached)
    tab.stop()
    tab.server.gates.open("answer")
    tab.settle()
    tab.click("Other")
    tab.settle()
    assert len(tab.session.state.entries.value("said")) == 2
    half = tab.session.state.entries.value("said")[1]["text"]
    assert half.startswith("Half an ")
    assert tab.texts == ["Why?", half.strip()]
    tab.reload()
    tab.settle()
    assert tab.texts == ["Why?", half.strip()]
