# Example: Caching, concepts: an element in a container from outside cannot be drawn again
# Do: click Again
import streamlit as st

box = st.container()


@st.cache_data(show_spinner=False)
def fetch():
    box.write("From within")
    return 42


st.button("Again")
st.write(fetch())
