# Example: st.navigation: position="top"
# Do: follow Second
import streamlit as st


def first():
    st.header("First page")


def second():
    st.header("Second page")


st.navigation([st.Page(first), st.Page(second)], position="top").run()
st.write("Below every page")
