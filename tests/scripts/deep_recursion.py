"""Recursion without an end is the script's error, and the next run works."""

import streamlit as st


def climb(step: int) -> int:
    return climb(step + 1)


try:
    climb(0)
except RecursionError:
    st.text("too deep")
st.text("goes on")

# shows
#   too deep
#   goes on
