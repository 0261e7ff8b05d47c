"""A table of 10,000 cells, of which each run changes one cell."""

import numpy as np
import pandas as pd
import streamlit as st


@st.cache_resource
def frame() -> pd.DataFrame:
    """Return the table."""
    numbers = np.random.default_rng(0).random((2_500, 4))
    return pd.DataFrame(numbers).rename(columns="c{}".format)


table = frame()
if st.button("Again"):
    table.iat[0, 0] += 1.0
st.dataframe(table)
