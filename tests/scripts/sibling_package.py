"""A package beside the script draws, and its classes stay the same from run to run."""

import streamlit as st
from orchestra import tune
from orchestra.strings import String

st.session_state.setdefault("strings", tune("G", "D"))
st.text(all(type(string) is String for string in st.session_state.strings))
st.button("Again")

# shows
#   tuned G D
#   True
# click Again
# shows
#   tuned G D
#   True
