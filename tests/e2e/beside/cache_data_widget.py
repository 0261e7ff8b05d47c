# Example: Caching, concepts: a widget in a cached function
# Do: click Again
import streamlit as st


@st.cache_data(show_spinner=False)
def fetch():
    on = st.checkbox("Upper case")
    return "ABC" if on else "abc"


st.button("Again")
st.write(fetch())
