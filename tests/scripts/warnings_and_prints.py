"""Output of the script is the script's own: it can be caught, and shown."""

import contextlib
import io
import warnings

import streamlit as st

out = io.StringIO()
with contextlib.redirect_stdout(out):
    print("printed", end="")
with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter("always")
    warnings.warn("old", DeprecationWarning, stacklevel=1)
st.text(f"{out.getvalue()} {[str(each.message) for each in caught]}")

# shows
#   printed ['old']
