"""A table of 10 MB, which every run reads."""

import numpy as np
import pandas as pd
import streamlit as st

if "frame" not in st.session_state:
    numbers = np.random.default_rng(0).random((125_000, 10))
    st.session_state.frame = pd.DataFrame(numbers, columns=list("abcdefghij"))

if st.button("Read"):
    st.write("Clicked")

st.write("First =", float(st.session_state.frame["a"].iat[0]))
