import streamlit as st
from streamlit_autorefresh import st_autorefresh

count = st_autorefresh(interval=400, limit=6, key="ticks")
st.text(f"count: {count}")
