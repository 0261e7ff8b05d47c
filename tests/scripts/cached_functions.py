"""`functools.cache` lives as long as the function: for one run, unless state keeps it."""

import functools

import streamlit as st

calls = st.session_state.setdefault("calls", [])


@functools.cache
def slow(number: int) -> int:
    calls.append(number)
    return number + 1


st.text((slow(1), slow(1), len(calls)))
st.button("Again")

# shows
#   (2, 2, 1)
# click Again
# shows
#   (2, 2, 2)
