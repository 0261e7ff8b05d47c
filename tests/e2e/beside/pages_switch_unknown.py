# Example: st.switch_page: to what is no page is an error
# Do: click Go
import streamlit as st


def one():
    if st.button("Go"):
        st.switch_page("nothing.py")


def two():
    st.write("two")


st.navigation([st.Page(one), st.Page(two)]).run()
