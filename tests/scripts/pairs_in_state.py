"""Two values under the key of a slider make it a range."""

import streamlit as st

st.session_state.setdefault("beats", (2, 4))
st.text(st.slider("Beats", 0, 10, key="beats"))

# shows
#   Beats: (2, 4)
#   (2, 4)
# enter Beats: (3, 8)
# shows
#   Beats: (3, 8)
#   (3, 8)
