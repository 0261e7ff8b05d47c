"""A name from the disk that is no text is an error where it is drawn, and the rest is shown."""

import os

import streamlit as st

name = os.fsdecode(b"caf\xe9.txt")
try:
    st.text(name)
except st.errors.StreamlitAPIException:
    st.text("cannot travel")
st.text(name.encode("utf-8", "backslashreplace").decode())

# shows
#   cannot travel
#   caf\udce9.txt
