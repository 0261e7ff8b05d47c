# Example: st.cache_data: a result that cannot be copied
import threading

import streamlit as st


@st.cache_data(show_spinner=False)
def fetch():
    return threading.Lock()


st.write("Before")
fetch()
