# Example: st.navigation: an address of no page
# Do: visit nowhere
import streamlit as st


def home():
    st.header("Home page")


def other():
    st.header("Other page")


st.navigation([st.Page(home), st.Page(other)]).run()
