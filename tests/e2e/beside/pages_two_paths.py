# Example: st.navigation: two pages of one path are an error
import streamlit as st


def one():
    st.write("one")


st.navigation([st.Page(one), st.Page(one, title="Other")]).run()
