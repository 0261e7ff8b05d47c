"""Which names `streamlit` has, where that is ours, as mypy and pyright see it. Never run."""

from typing import Any, assert_type

import streamlit as st
import streamlit.components.v1 as components
from streamlit.delta_generator import DeltaGenerator

from ostinato.run.container import Container

# What does not exist here yet may be used in any way.

assert_type(st.secrets["password"], Any)

with st.expander("More"), st.sidebar.expander("More"):
    st.columns(2)[0].area_chart([1])

assert_type(components.html("<p>Hello</p>"), Container)

# The rest is the same.

assert_type(st.text_input("Name"), str)
assert_type(st.selectbox("Colour", [1, 2], index=None), int | None)
assert_type(st.slider("Place", 0, 500, (50, 200)), tuple[int, int])
assert_type(st.sidebar.number_input("Number", 1), int)
assert_type(st.container(), Container)
place: DeltaGenerator = st.columns(2)[0]

# A misspelt name is an error.

st.raido("Colour", ["red", "green"])  # type: ignore[attr-defined] # pyright: ignore[reportAttributeAccessIssue, reportUnknownMemberType]
st.sidebar.raido("Colour", [])  # type: ignore[attr-defined] # pyright: ignore[reportAttributeAccessIssue, reportUnknownMemberType]
st.session_sate["count"] = 1  # type: ignore[attr-defined] # pyright: ignore[reportAttributeAccessIssue, reportUnknownMemberType]
