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
    """A conversation, whose answers come word by word, and stay as far as they came."""
    said = st.session_state.setdefault("messages", [])
    with st.container(border=True):
        for message in said:
            st.chat_message(message["who"]).write(message["text"])
        if question := st.chat_input("Say something", submit_mode="stop"):
            st.chat_message("user").write(question)
            said += [{"who": "user", "text": question}, {"who": "assistant", "text": ""}]
            with st.chat_message("assistant"):
                st.write_stream(kept(echo_of(question), said[-1]))


def kept(words: Iterator[str], message: dict[str, str]) -> Iterator[str]:
    """Keep each word as it comes: whoever presses Stop ends the script in the middle."""
    for word in words:
        message["text"] += word
        yield word


def echo_of(text: str) -> Iterator[str]:
    """Repeat a text, persistently."""
    for word in (f"{text}, " * 3).split():
        time.sleep(0.1)
        yield word + " "


EXAMPLES = [messages, conversation]
