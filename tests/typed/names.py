"""Which names there are, as mypy and pyright see it. Never run."""

from typing import Any, assert_type

import ostinato as st

# What does not exist here yet may be used in any way.

assert_type(st.secrets["password"], Any)

with st.expander("More"), st.sidebar.expander("More"):
    st.columns(2)[0].area_chart([1])

assert_type(st.App("app.py"), st.App)
assert_type(st.__version__, str)

# A misspelt name is an error.

st.raido("Colour", ["red", "green"])  # type: ignore[attr-defined] # pyright: ignore[reportAttributeAccessIssue, reportUnknownMemberType]
st.sidebar.raido("Colour", [])  # type: ignore[attr-defined] # pyright: ignore[reportAttributeAccessIssue, reportUnknownMemberType]
st.session_sate["count"] = 1  # type: ignore[attr-defined] # pyright: ignore[reportAttributeAccessIssue, reportUnknownMemberType]
