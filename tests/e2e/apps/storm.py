"""What a storm acts on: everything that a person did stands on the page.

With `STORM_PAUSE`, the script takes so many seconds before and between its inputs.
"""

import json
import os
import time

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


def pause():
    time.sleep(float(os.environ.get("STORM_PAUSE", "0")))


pause()
if st.button("Count"):
    state.clicks += 1
pause()
st.number_input("Number", value=0, step=1, key="number", on_change=note)
pause()
state.echo = st.text_input("Echo", state.echo)
pause()
st.text_input("Keyed", key="keyed")
names = ("clicks", "numbers", "echo", "keyed", "homes")
st.code(json.dumps({name: state[name] for name in names}))
