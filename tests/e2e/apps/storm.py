"""What a storm acts on: everything that a person did stands on the page."""

import json
import os

import streamlit as st

state = st.session_state
state.setdefault("clicks", 0)
state.setdefault("numbers", [])
state.setdefault("echo", "")
state.setdefault("homes", [])
if state.homes[-1:] != [os.getpid()]:
    state.homes.append(os.getpid())


def note():
    state.numbers.append(state.number)


if st.button("Count"):
    state.clicks += 1
st.number_input("Number", value=0, step=1, key="number", on_change=note)
state.echo = st.text_input("Echo", state.echo)
st.text_input("Keyed", key="keyed")
names = ("clicks", "numbers", "echo", "keyed", "homes")
st.code(json.dumps({name: state[name] for name in names}))
