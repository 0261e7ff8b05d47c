"""A callback empties inputs by giving their keys None, and they can be filled again."""

import streamlit as st


def reset() -> None:
    for key in ("name", "city", "cups"):
        st.session_state[key] = None


name = st.text_input("Name", "Ada", key="name")
city = st.selectbox("City", ["Oslo", "Bergen"], key="city")
cups = st.number_input("Cups", value=3, key="cups")
st.button("Reset", on_click=reset)
st.text((name, city, cups))

# shows
#   Name: 'Ada'
#   City: 'Oslo'
#   Cups: 3
#   ('Ada', 'Oslo', 3)
# click Reset
# shows
#   Name: None
#   City: None
#   Cups: None
#   (None, None, None)
# enter City: 'Bergen'
# shows
#   Name: None
#   City: 'Bergen'
#   Cups: None
#   (None, 'Bergen', None)
