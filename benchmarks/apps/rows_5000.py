"""The counter, above 5,000 elements that stay as they are."""

import streamlit as st

if "count" not in st.session_state:
    st.session_state.count = 0

if st.button("Increment"):
    st.session_state.count += 1

st.write("Count =", st.session_state.count)

for row in range(5_000):
    st.write(f"Row {row}")
