"""A part of a page of two thousand elements that runs alone when its button is pressed."""

import streamlit as st


@st.fragment
def counter() -> None:
    """Count in the part alone."""
    if "count" not in st.session_state:
        st.session_state.count = 0
    if st.button("Increment"):
        st.session_state.count += 1
    st.write("Count =", st.session_state.count)


counter()
for row in range(2_000):
    st.write(f"Row {row}")
