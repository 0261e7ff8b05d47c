# Example: st.page_link: to pages, disabled, with query parameters, to the web
# Do: follow To the second
# Do: follow To the first
import streamlit as st


def first():
    st.header("First page")
    st.page_link(pages[1], label="To the second", icon="🎉", query_params={"from": "first"})
    st.page_link(pages[1], label="Not now", disabled=True)
    st.page_link("https://example.com", label="Web", icon="🌎")


def second():
    st.header("Second page")
    st.write("from", st.query_params.get("from"))
    st.page_link(pages[0], label="To the first")


pages = [st.Page(first), st.Page(second)]
st.navigation(pages, position="hidden").run()
