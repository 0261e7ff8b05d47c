# Example: Caching, concepts: st.cache_resource gives the same object to all, changes and all
# Do: click Append
# Do: reload
import streamlit as st


@st.cache_resource
def store():
    return []


if st.button("Append"):
    store().append("x")
st.write("Length", len(store()))
st.write("Same", str(store() is store()))
