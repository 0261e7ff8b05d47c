# Example: Dashboards: refresh_mode="background" gives what is stale at once
# Do: click Again
import time

import streamlit as st


@st.cache_data(ttl=3600, refresh_mode="background", show_spinner=False)
def fetch():
    st.session_state.calls = st.session_state.get("calls", 0) + 1
    return "data"


st.write(fetch(), st.session_state.calls)
st.button("Again")
