"""Buttons with keys in a loop, of which each takes away its own row."""

import streamlit as st

rows = st.session_state.setdefault("rows", ["bass", "lead", "drums"])
for row in list(rows):
    left, right = st.columns(2)
    left.text(row)
    if right.button(f"Remove {row}", key=f"remove-{row}"):
        rows.remove(row)
        st.rerun()
st.text(f"{len(rows)} left")

# click Remove lead
# shows
#   bass
#   drums
#   2 left
# click Remove bass
# shows
#   drums
#   1 left
