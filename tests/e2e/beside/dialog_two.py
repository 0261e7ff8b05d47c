# Example: st.dialog: two in one run are an error
# Do: click Both
import streamlit as st


@st.dialog("One")
def one():
    st.write("one")


@st.dialog("Two")
def two():
    st.write("two")


if st.button("Both"):
    one()
    two()
