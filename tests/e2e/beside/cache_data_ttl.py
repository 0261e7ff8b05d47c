# Example: st.cache_data: ttl and max_entries
# Do: click Again
# Do: click Again
import time

import streamlit as st


@st.cache_data(ttl=0.001, show_spinner=False)
def short():
    st.session_state.short = st.session_state.get("short", 0) + 1


@st.cache_data(max_entries=1, show_spinner=False)
def small(name):
    st.session_state.small = st.session_state.get("small", 0) + 1


@st.cache_data(ttl="1d", show_spinner=False)
def long():
    st.session_state.long = st.session_state.get("long", 0) + 1


short()
time.sleep(0.02)
small("a")
small("b")
long()
st.write(
    f"short {st.session_state.short}, small {st.session_state.small}, long {st.session_state.long}"
)
st.button("Again")
