"""A table of 1,000 rows to be edited, and how often a cell of it has been."""

import pandas as pd
import streamlit as st


def note() -> None:
    """Count a change."""
    st.session_state.edits += 1


st.session_state.setdefault("edits", 0)
st.button("Again")
st.write(f"Edits = {st.session_state.edits}")
st.data_editor(
    pd.DataFrame({"item": [f"item {number}" for number in range(1000)], "count": range(1000)}),
    key="editor",
    on_change=note,
)
