# Example: st.cache_data: scope="session"
# Do: click Again
import streamlit as st


@st.cache_data(scope="session", show_spinner=False)
def own():
    st.session_state.calls = st.session_state.get("calls", 0) + 1
    return st.session_state.calls


st.write("Mine", own())
st.button("Again")
