# Example: st.cache_data: persist="disk" outlasts a clear of memory, not its own clear
# Do: click Again
# Do: click Clear
import streamlit as st


@st.cache_data(persist="disk", show_spinner=False)
def fetch():
    st.session_state.calls = st.session_state.get("calls", 0) + 1
    return [1, 2, 3]


if st.button("Clear"):
    fetch.clear()
st.write("Sum", sum(fetch()))
st.write("Called", st.session_state.get("calls", 0))
st.button("Again")
