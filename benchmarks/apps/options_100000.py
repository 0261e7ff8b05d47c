"""A selectbox and a multiselect with a hundred thousand options."""

import streamlit as st

OPTIONS = [f"Station {number}" for number in range(100_000)]

st.button("Nothing")
st.write(st.selectbox("One", OPTIONS))
st.write(st.multiselect("Some", OPTIONS))
