# Example: Fragments, concepts: an error in a fragment
# Do: check Fail
# Do: click Outside
# Do: check Fail
import streamlit as st


@st.fragment
def part():
    if st.checkbox("Fail"):
        raise ValueError("as asked")
    st.write("Fine")


part()
st.button("Outside")
st.write("After")
