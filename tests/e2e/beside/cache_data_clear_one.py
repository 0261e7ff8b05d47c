# Example: st.cache_data: clear for some arguments only
# Do: click Clear one
import streamlit as st


@st.cache_data
def fetch(name):
    st.session_state.calls = [*st.session_state.get("calls", []), name]
    return name


if st.button("Clear one"):
    fetch.clear("one")
fetch("one")
fetch("two")
st.write(", ".join(st.session_state.calls))
