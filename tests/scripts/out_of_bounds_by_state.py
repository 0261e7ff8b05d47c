"""A slider whose key is set out of its bounds says so, and works in the next run."""

import streamlit as st

if "once" not in st.session_state:
    st.session_state.once = True
    st.session_state.level = 50
try:
    st.text(st.slider("Level", 0, 10, key="level"))
except st.errors.StreamlitValueAboveMaxError as error:
    st.text("50" in str(error))
st.button("Again")

# shows
#   True
# click Again
# shows
#   Level: 0
#   0
