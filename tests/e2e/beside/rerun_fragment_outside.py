# Example: st.rerun: scope="fragment" where no fragment reruns is an error
import streamlit as st


@st.fragment
def part():
    st.write("Part")
    st.rerun(scope="fragment")


part()
