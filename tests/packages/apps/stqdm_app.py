import streamlit as st
from stqdm import stqdm

total = sum(each for each in stqdm(range(5), desc="Counting"))
st.text(f"total: {total}")
