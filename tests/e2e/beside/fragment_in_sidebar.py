# Example: Fragments, concepts: a fragment called within the sidebar
# Do: check Details
# Do: click Rerun
import streamlit as st


@st.fragment
def options():
    if st.checkbox("Details"):
        st.write("all of them")


with st.sidebar:
    options()
st.button("Rerun")
st.write("Main")
