# Example: Caching, concepts: the same arguments by position, by name and by default
# Do: click Again
# Differs: One result for one meaning, however the arguments are given, so the function is called once.
import streamlit as st


@st.cache_data(show_spinner=False)
def fetch(a, b=2):
    st.session_state.calls = st.session_state.get("calls", 0) + 1
    return a + b


fetch(1)
fetch(1, 2)
fetch(a=1)
fetch(b=2, a=1)
st.write("Called", st.session_state.get("calls", 0))
st.button("Again")
