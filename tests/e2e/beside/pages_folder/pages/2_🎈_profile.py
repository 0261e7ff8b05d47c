import streamlit as st

st.title("Profile")
if st.button("Home"):
    st.switch_page("app.py")
