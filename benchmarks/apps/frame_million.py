"""A table of 1,000,000 rows of 20 columns, shown as somebody wants, or from the first click on."""

import numpy as np
import pandas as pd
import streamlit as st


@st.cache_resource
def frame() -> pd.DataFrame:
    """Return the table."""
    numbers = np.random.default_rng(0).random((1_000_000, 20))
    return pd.DataFrame(numbers).rename(columns="c{}".format)


table = frame()
shown = st.checkbox("Show")
if st.button("Again"):
    st.session_state.clicked = True
if shown or "clicked" in st.session_state:
    st.dataframe(table)
