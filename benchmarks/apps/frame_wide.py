"""A table of 1,000 rows and 10,000 columns, which stays as it is."""

import numpy as np
import pandas as pd
import streamlit as st


@st.cache_resource
def frame():
    """Return the table."""
    return pd.DataFrame(np.random.default_rng(0).random((1000, 10_000)))


if st.button("Again"):
    st.write("Clicked")

st.dataframe(frame())
