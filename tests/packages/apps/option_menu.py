import streamlit as st
from streamlit_option_menu import option_menu

with st.sidebar:
    side = option_menu(
        "Menu", ["Home", "Settings"], icons=["house", "gear"], default_index=0, key="side"
    )
top = option_menu(None, ["Home", "Upload", "Tasks"], orientation="horizontal", key="top")
st.text(f"side: {side}, top: {top}")
