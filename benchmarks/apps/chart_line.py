"""A line chart of so many points as the command says.

chart_line.py POINTS [more | live]: "more" has ten points more in each run, "live" draws ten times a
second, each time a point further.
"""

import sys

import numpy as np
import pandas as pd
import streamlit as st

count, words = int(sys.argv[1]), sys.argv[2:]


@st.cache_resource
def walk() -> pd.DataFrame:
    """Return two random walks, longer than any run shows them."""
    steps = np.random.default_rng(0).normal(size=(count + 100_000, 2))
    return pd.DataFrame(steps.cumsum(axis=0), columns=["up", "down"])


if "runs" not in st.session_state:
    st.session_state.runs = 0


def live() -> None:
    """Draw the next points."""
    st.session_state.runs += 1
    first = st.session_state.runs
    st.line_chart(walk().iloc[first : first + count])


if "live" in words:
    st.fragment(live, run_every=0.1)()
else:
    st.button("Again")
    st.session_state.runs += "more" in words
    st.line_chart(walk().iloc[: count + 10 * st.session_state.runs])
