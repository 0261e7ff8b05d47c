# Example: st.query_params: gone when a person goes to another page
# Do: visit ?id=7
# Do: follow Other
import streamlit as st


def home():
    st.write("id", st.query_params.get("id", "none"))


def other():
    st.write("id", st.query_params.get("id", "none"))


st.navigation([st.Page(home), st.Page(other, title="Other")]).run()
