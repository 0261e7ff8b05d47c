"""What is drawn later into an earlier place stands there."""

import streamlit as st

top = st.container()
left, right = st.columns(2)
place = st.empty()
with right:
    st.text("right")
    with st.container():
        st.text("inner")
left.text("left")
for number in range(3):
    place.text(f"number {number}")
top.text("top")
st.text("below")
with st.sidebar:
    st.text("beside")

# shows
#   top
#   left
#   right
#   inner
#   number 2
#   below
#   beside
