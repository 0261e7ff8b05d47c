"""Two equal inputs are refused, the first one works on."""

import streamlit as st

st.text_input("Name", "Ada")
try:
    st.text_input("Name", "Ada")
except st.errors.DuplicateWidgetID as error:
    st.text(f"refused: {'key' in str(error)}")
st.text_input("Name", "Ada", key="other")
try:
    st.text_input("Other", key="other")
except st.errors.StreamlitAPIException as error:
    st.text(f"refused: {'key' in str(error)}")

# shows
#   Name: 'Ada'
#   refused: True
#   Name: 'Ada'
#   refused: True
