# Example: st.switch_page: parameters are not kept unless they are given
# Do: visit ?id=7
# Do: click Plain
# Do: back
# Do: click With
# Differs: Back leads to the address as it was, parameters and all; Streamlit goes back without them.
import streamlit as st


def one():
    st.header("First page")
    if st.button("Plain"):
        st.switch_page(pages[1])
    if st.button("With"):
        st.switch_page(pages[1], query_params=st.query_params)


def two():
    st.header("Second page")
    st.write("id", st.query_params.get("id", "none"))


pages = [st.Page(one), st.Page(two)]
st.navigation(pages).run()
