"""What people in a storm upload to: each file with the hash of what a script reads of it."""

import hashlib
import json
import os

import streamlit as st

state = st.session_state
state.setdefault("presses", 0)
state.setdefault("homes", [])
state.setdefault("kept", {})
if os.getpid() not in state.homes:
    state.homes.append(os.getpid())


def press():
    state.presses += 1


files = st.file_uploader("Files", accept_multiple_files=True)
st.button("Count", on_click=press)
for file in files:
    # What was read in an earlier run is kept, and what is there is read anew each time.
    state.kept[file.name] = file
shown = {name: hashlib.sha256(file.read()).hexdigest() for name, file in state.kept.items()}
st.code(
    json.dumps(
        {
            "presses": state.presses,
            "there": [file.name for file in files],
            "hashes": shown,
            "homes": state.homes,
        }
    )
)
