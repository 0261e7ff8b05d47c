# Example: Fragments, concepts: a fragment that writes to st.sidebar itself
# Do: click Count
# Do: click Count
import streamlit as st

st.sidebar.write("Above")


@st.fragment
def count():
    st.session_state.n = st.session_state.get("n", 0) + st.button("Count")
    st.sidebar.write("n is", st.session_state.n)


count()
st.sidebar.write("Below")
