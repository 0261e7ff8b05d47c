"""A table of 10 MB, of which every click changes one cell."""

import numpy as np
import pandas as pd
import streamlit as st

if "frame" not in st.session_state:
    numbers = np.random.default_rng(0).random((125_000, 10))
    st.session_state.frame = pd.DataFrame(numbers, columns=list("abcdefghij"))

if st.button("Increment"):
    st.session_state.frame.iloc[0, 0] += 1

st.write("First =", float(st.session_state.frame["a"].iat[0]))
