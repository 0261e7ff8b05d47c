"""A script that reruns itself, and remembers how often."""

import streamlit as st

state = st.session_state
state.turn = state.get("turn", 0) + 1
if state.turn < 5:
    st.rerun()
st.text(f"turn {state.turn}")

# shows
#   turn 5
