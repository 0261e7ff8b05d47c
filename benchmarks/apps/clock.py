"""A part of a page that runs each second by itself."""

import time

import streamlit as st


@st.fragment(run_every=1)
def clock() -> None:
    """Show the time."""
    st.write("Time =", time.time())


clock()
