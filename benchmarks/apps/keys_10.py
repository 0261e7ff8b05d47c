"""Ten keys, each of which every click changes."""

import streamlit as st

for number in range(10):
    st.session_state.setdefault(f"count_{number}", 0)

if st.button("Increment"):
    for number in range(10):
        st.session_state[f"count_{number}"] += 1

st.write("Count =", st.session_state.count_9)
