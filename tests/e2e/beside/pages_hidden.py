# Example: st.Page: visibility="hidden", and a link out of the app
# Do: follow Details
import streamlit as st


def home():
    st.header("Home page")
    st.page_link(pages[1], label="Details")


def details():
    st.header("Detail page")


def more():
    st.header("More page")


pages = [
    st.Page(home, title="Home"),
    st.Page(details, title="Hidden", visibility="hidden"),
    st.Page(more, title="More"),
    st.Page("https://example.com", title="Out"),
]
st.navigation(pages).run()
