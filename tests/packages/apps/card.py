import streamlit as st
from streamlit_card import card

clicked = card(title="A card", text="to click", key="card")
st.text(f"clicked: {clicked}")
