"""An Altair chart of so many points as the command says; with "more", of ten more in each run."""

import sys

import altair as alt
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
st.button("Again")
st.session_state.runs += "more" in words
long = walk().iloc[: count + 10 * st.session_state.runs].reset_index().melt("index")
st.altair_chart(alt.Chart(long).mark_line().encode(x="index", y="value", color="variable"))
