"""What is no number can be chosen, and stays chosen though it equals nothing."""

import math

import streamlit as st

share = st.selectbox("Share", [0.5, math.nan, None], index=1)
st.text(share)
amount = st.number_input("Amount", value=math.nan)
st.text(amount)
st.button("Again")

# shows
#   Share: nan
#   nan
#   Amount: nan
#   nan
# click Again
# shows
#   Share: nan
#   nan
#   Amount: nan
#   nan
