# Example: st.switch_page: to a page, and to one with query parameters
# Do: click Go
# Do: click With parameters
import streamlit as st


def one():
    st.header("One")
    if st.button("Go"):
        st.switch_page(pages[1])


def two():
    st.header("Two")
    if st.button("With parameters"):
        st.switch_page(pages[2], query_params={"utm_source": "two", "tag": ["a", "b"]})


def three():
    st.header("Three")
    st.write(st.query_params["utm_source"], "and", ", ".join(st.query_params.get_all("tag")))


pages = [st.Page(one), st.Page(two), st.Page(three)]
st.navigation(pages, position="hidden").run()
