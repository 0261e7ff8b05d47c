"""Chat: what is said."""

import time
from collections.abc import Iterator

import ostinato as st


def messages() -> None:
    """Who says what."""
    with st.chat_message("user"):
        st.write("What is an ostinato?")
    with st.chat_message("assistant", avatar=":material/piano:"):
        st.write("A phrase that repeats, **persistently**.")


def conversation() -> None:
    """A conversation, whose answers come word by word."""
    said = st.session_state.setdefault("said", [])
    with st.container(border=True):
        for who, text in said:
            st.chat_message(who).write(text)
        if question := st.chat_input("Say something"):
            st.chat_message("user").write(question)
            with st.chat_message("assistant"):
                answer = st.write_stream(echo_of(question))
            said += [("user", question), ("assistant", answer)]


def echo_of(text: str) -> Iterator[str]:
    """Repeat a text, persistently."""
    for word in (f"{text}, " * 3).split():
        time.sleep(0.1)
        yield word + " "


EXAMPLES = [messages, conversation]
