"""A thousand keys, one of which every click changes."""

import streamlit as st

if "count" not in st.session_state:
    st.session_state.count = 0
    for number in range(999):
        st.session_state[f"text_{number}"] = f"This is the text of number {number}."

if st.button("Increment"):
    st.session_state.count += 1

st.write("Count =", st.session_state.count)
