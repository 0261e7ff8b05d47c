"""A thread that is not given the run draws nothing, and its state is not the session's."""

import threading

import streamlit as st


def work() -> None:
    st.text("nobody sees this")
    st.session_state.lost = True


thread = threading.Thread(target=work)
thread.start()
thread.join()
st.text(list(st.session_state))

# shows
#   []
