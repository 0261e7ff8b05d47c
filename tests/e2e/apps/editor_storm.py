"""What a storm acts on where people edit a table: the editor is given what it has returned."""

import json
import os
import time

import streamlit as st

state = st.session_state
state.setdefault("clicks", 0)
state.setdefault("rows", [{"item": f"item {n}", "count": n} for n in range(4)])
state.setdefault("homes", [])
if state.homes[-1:] != [os.getpid()]:
    state.homes.append(os.getpid())

time.sleep(float(os.environ.get("STORM_PAUSE", "0")))
if st.button("Count"):
    state.clicks += 1
state.rows = st.data_editor(state.rows, num_rows="dynamic", key="editor", height=600)
st.code(json.dumps({name: state[name] for name in ("clicks", "rows", "homes")}))
