# Example: st.cache_data: an argument that does not count, and one that cannot be hashed
# Do: check Hash it
import threading

import streamlit as st


@st.cache_data
def fetch(_connection, rows):
    return f"{rows} rows"


@st.cache_data
def hashed(connection, rows):
    return f"{rows} rows"


connection = threading.Lock()
st.write(fetch(connection, 10))
if st.checkbox("Hash it"):
    st.write(hashed(connection, 10))
st.write("End")
