# Example: st.fragment: a slow process outside, a quick one inside
# Do: click Release
# Do: click Inflate
import streamlit as st

state = st.session_state
state.inflated = state.get("inflated", 0)
state.released = state.get("released", 0)


@st.fragment
def release():
    if st.button("Release"):
        state.released += 1
    st.write("Released", state.released)


if st.button("Inflate"):
    state.inflated += 1
st.write("Inflated", state.inflated)
st.write("Seen outside", state.released)
release()
