# Example: st.navigation: one page has no menu
import streamlit as st


def only():
    st.header("Only page")


st.navigation([st.Page(only)]).run()
