"""Context variables and thread-locals of one run are not those of the next."""

import contextvars
import threading

import streamlit as st

if "holder" not in st.session_state:
    st.session_state.holder = 0
mode = contextvars.ContextVar("mode", default="plain")
own = threading.local()
st.text(f"{mode.get()} {getattr(own, 'value', 'unset')}")
mode.set("swing")
own.value = "set"
st.text(f"{mode.get()} {own.value}")
st.button("Again")

# shows
#   plain unset
#   swing set
# click Again
# shows
#   plain unset
#   swing set
