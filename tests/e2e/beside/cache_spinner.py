# Example: st.cache_data: the spinner is gone when the function is done
# Do: click Again
import time

import streamlit as st


@st.cache_data(show_spinner="Fetching data from API...", show_time=True)
def fetch():
    time.sleep(0.3)
    return "fetched"


st.write(fetch())
st.button("Again")
