"""What one run sets in a context variable, the next one does not find."""

from orchestra import kept

import streamlit as st

st.text(kept.mode.get())
kept.mode.set("swing")
st.text(kept.mode.get())
st.button("Again")

# shows
#   plain
#   swing
# click Again
# shows
#   plain
#   swing
