# Example: st.navigation: pages that depend on whether somebody has logged in
# Do: click Log in
# Do: follow Settings
# Do: click Log out
import streamlit as st

st.session_state.user = st.session_state.get("user")


def login():
    st.header("Log in")
    if st.button("Log in"):
        st.session_state.user = "Ada"
        st.rerun()


def home():
    st.header("Home")
    if st.button("Log out"):
        st.session_state.user = None
        st.rerun()


def settings():
    st.header("Settings page")
    if st.button("Log out"):
        st.session_state.user = None
        st.rerun()


if st.session_state.user:
    pages = [st.Page(home, default=True), st.Page(settings)]
else:
    pages = [st.Page(login, title="Log in")]
st.navigation(pages).run()
