"""What a storm acts on where a chart is asked what is selected."""

import json
import os
import time

import streamlit as st

BARS = 12

state = st.session_state
state.setdefault("told", [])
state.setdefault("clicks", 0)
state.setdefault("homes", [])
if state.homes[-1:] != [os.getpid()]:
    state.homes.append(os.getpid())
pause = float(os.environ.get("STORM_PAUSE", "0"))


def note() -> None:
    """Take down what is selected: each time something else."""
    selection = state.chart.selection
    state.told.append([selection.point_indices, [box.x for box in selection.box]])


if st.button("Count"):
    state.clicks += 1
time.sleep(pause)
event = st.plotly_chart(
    [{"type": "bar", "x": [*range(BARS)], "y": [2 + n % 3 for n in range(BARS)]}],
    key="chart",
    on_select=note,
    config={"doubleClickDelay": 1},
)
now = [event.selection.point_indices, len(event.selection.box)]
names = ("told", "clicks", "homes")
st.code(json.dumps({**{name: state[name] for name in names}, "now": now}))
