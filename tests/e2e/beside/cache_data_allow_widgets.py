# Example: Caching: experimental_allow_widgets was removed
import streamlit as st


@st.cache_data(experimental_allow_widgets=True)
def fetch():
    return 1


st.write(fetch())
