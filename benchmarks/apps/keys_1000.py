"""A thousand keys that stay as they are."""

import streamlit as st

if "text_0" not in st.session_state:
    for number in range(1000):
        st.session_state[f"text_{number}"] = f"This is the text of number {number}."

if st.button("Increment"):
    st.write("Clicked")
