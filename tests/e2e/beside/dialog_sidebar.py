# Example: st.dialog: drawing into the sidebar from a dialog
# Do: click Open
import streamlit as st


@st.dialog("One")
def one():
    st.write("in it")
    st.sidebar.write("in the sidebar")


st.sidebar.write("Sidebar")
if st.button("Open"):
    one()
