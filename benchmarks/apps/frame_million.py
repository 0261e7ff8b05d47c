"""A table of 1,000,000 rows and 20 columns, shown when somebody asks for it."""

import numpy as np
import pandas as pd
import streamlit as st


@st.cache_resource
def frame():
    """Return the table."""
    return pd.DataFrame(np.random.default_rng(0).standard_normal((1_000_000, 20)))


table = frame()
if st.checkbox("Show"):
    st.dataframe(table)
