"""A table of 10 MB, which stays as it is."""

import numpy as np
import pandas as pd
import streamlit as st


@st.cache_resource
def frame():
    """Return the table."""
    numbers = np.random.default_rng(0).random((125_000, 10))
    return pd.DataFrame(numbers, columns=list("abcdefghij"))


if st.button("Again"):
    st.write("Clicked")

st.dataframe(frame())
