# Example: st.navigation: an address of no page
# Do: visit nowhere
# Differs: Both say that there is no such page; a notice need not be closed to use the first one.
import streamlit as st


def home():
    st.header("Home page")


def other():
    st.header("Other page")


st.navigation([st.Page(home), st.Page(other)]).run()
