"""A table of 10,000 cells, shown as somebody wants, or from the first click on."""

import numpy as np
import pandas as pd
import streamlit as st


@st.cache_resource
def frame() -> pd.DataFrame:
    """Return the table."""
    numbers = np.random.default_rng(0).random((2_500, 4))
    return pd.DataFrame(numbers).rename(columns="c{}".format)


table = frame()
shown = st.checkbox("Show")
if st.button("Again"):
    st.session_state.clicked = True
if shown or "clicked" in st.session_state:
    st.dataframe(table)
