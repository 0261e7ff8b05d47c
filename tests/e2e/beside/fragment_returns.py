# Example: Fragments, concepts: what a fragment returns is known in full runs only
# Do: click Inside
# Do: click Outside
import streamlit as st


@st.fragment
def part():
    st.session_state.n = st.session_state.get("n", 0) + 1
    st.button("Inside")
    st.write("Inside", st.session_state.n)
    return st.session_state.n


st.write("Returned", part())
st.button("Outside")
