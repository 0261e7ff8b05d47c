"""A table of so many rows and columns as the command says, shown when somebody wants it.

streamlit run frame.py -- ROWS COLUMNS [changed]: from the first click on it is shown anyway and, if
it is to be changed, one cell is another in each run.
"""

import sys

import numpy as np
import pandas as pd
import streamlit as st

rows, columns, *words = sys.argv[1:]


@st.cache_resource
def frame() -> pd.DataFrame:
    """Return the table."""
    numbers = np.random.default_rng(0).random((int(rows), int(columns)))
    return pd.DataFrame(numbers).rename(columns="c{}".format)


table = frame()
shown = st.checkbox("Show")
if st.button("Again"):
    st.session_state.clicked = True
if "changed" in words:
    table.iat[0, 0] += 1.0
if shown or "clicked" in st.session_state:
    st.dataframe(table)
