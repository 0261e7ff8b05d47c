"""Keys of session state are any text, and numbers are texts."""

import streamlit as st

for key in ("with space", "naïve", "日本語", "a.b", "🎵", "", "__dunder__", "x" * 500):
    st.session_state[key] = len(key)
st.session_state[7] = "seven"
st.text(st.session_state["7"])
st.text(sum(value for value in st.session_state.values() if isinstance(value, int)))
st.text(len(st.session_state))
del st.session_state["naïve"]
st.text("naïve" in st.session_state)

# shows
#   seven
#   532
#   9
#   False
