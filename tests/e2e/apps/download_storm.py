"""What a storm acts on where files are made and kept for who presses a button."""

import json
import os
import time

import streamlit as st

state = st.session_state
state.setdefault("presses", 0)
state.setdefault("homes", [])
if state.homes[-1:] != [os.getpid()]:
    state.homes.append(os.getpid())

name = st.text_input("Name")


def content() -> bytes:
    """Return what tells the files of all presses apart."""
    return f"{name}\n".encode() * 5000


def made() -> bytes:
    """Take its time, as long as a server may live."""
    time.sleep(0.3)
    return content()


def count() -> None:
    """Count a press."""
    state.presses += 1


st.download_button("Made", made, "made.txt", on_click=count)
st.download_button("Kept", content(), "kept.txt", on_click=count)
st.code(json.dumps({"presses": state.presses, "homes": state.homes}))
