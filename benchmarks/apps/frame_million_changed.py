"""A table of 1,000,000 rows of 20 columns, of which each run changes one cell."""

import numpy as np
import pandas as pd
import streamlit as st


@st.cache_resource
def frame() -> pd.DataFrame:
    """Return the table."""
    numbers = np.random.default_rng(0).random((1_000_000, 20))
    return pd.DataFrame(numbers).rename(columns="c{}".format)


table = frame()
if st.button("Again"):
    table.iat[0, 0] += 1.0
st.dataframe(table)
