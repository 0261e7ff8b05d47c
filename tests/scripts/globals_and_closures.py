"""Functions see the globals of their run, closures keep what they closed over, and so does state."""

import streamlit as st

count = 0


def add() -> int:
    global count
    count += 1
    return count


def counter():
    own = 0

    def next_one() -> int:
        nonlocal own
        own += 1
        return own

    return next_one


add()
state = st.session_state
state.setdefault("next", counter())
st.text(f"global {add()} kept {state.next()}")
st.button("Again")

# shows
#   global 2 kept 1
# click Again
# shows
#   global 2 kept 2
