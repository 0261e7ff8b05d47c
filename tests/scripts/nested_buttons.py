"""A button inside of a button's block: the inner one ends the outer's turn."""

import streamlit as st

if st.button("Outer"):
    st.text("outer")
    if st.button("Inner"):
        st.text("inner")
st.text("always")

# click Outer
# shows
#   outer
#   always
# click Inner
# shows
#   always
