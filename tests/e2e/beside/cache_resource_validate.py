# Example: st.cache_resource: validate has it made again
# Do: click Again
# Do: click Break
import streamlit as st

state = st.session_state


def is_open(connection):
    return not connection["broken"]


@st.cache_resource(validate=is_open, show_spinner=False)
def connect(url):
    state.made = state.get("made", 0) + 1
    return {"broken": False}


if st.button("Break"):
    connect("db")["broken"] = True
connect("db")
st.write("Made", state.made)
st.button("Again")
