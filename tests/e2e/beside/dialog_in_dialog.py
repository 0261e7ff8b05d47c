# Example: st.dialog: one cannot open another
# Do: click Open
# Do: click Another
import streamlit as st


@st.dialog("Second")
def second():
    st.write("second")


@st.dialog("First")
def first():
    st.write("first")
    if st.button("Another"):
        second()


if st.button("Open"):
    first()
