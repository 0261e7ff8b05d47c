# Example: st.cache_data: once for each argument, and clear
# Do: click Again
# Do: click Clear
import streamlit as st


@st.cache_data
def fetch(url):
    st.session_state.calls = st.session_state.get("calls", 0) + 1
    return {"url": url}


if st.button("Clear"):
    fetch.clear()
first = fetch("one")
first["mine"] = True
st.write(fetch("one"))
fetch("two")
st.write("Called", st.session_state.get("calls", 0))
st.button("Again")
