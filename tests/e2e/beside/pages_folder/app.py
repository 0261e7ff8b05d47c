# Example: The folder pages: a menu by the names of its files
# Do: follow profile
# Do: click Home
import streamlit as st

st.title("Main page")
st.page_link("pages/1_about.py", label="About us")
