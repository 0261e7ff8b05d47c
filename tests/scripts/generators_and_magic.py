"""Values on a line of their own are shown, in functions too, and docstrings are not."""

import streamlit as st

"one"
1 + 1
[3, "three"]
None
{"four": 4}
"five", "six"
st.text("drawn")


def quiet():
    """A docstring."""
    "nothing"


quiet()

# shows
#   one
#   `2`
#   [3, "three"]
#   `None`
#   {"four": 4}
#   five six
#   drawn
#   nothing
