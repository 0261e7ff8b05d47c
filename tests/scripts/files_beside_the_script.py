"""A file beside the script is found by `__file__`, whatever the working directory is."""

import os
from pathlib import Path

import streamlit as st

here = Path(__file__).resolve()
st.text(here.name)
st.text((here.parent / "orchestra" / "strings.py").read_text().splitlines()[0])
st.text(Path(os.path.relpath(here)).resolve() == here)

# shows
#   files_beside_the_script.py
#   """A module of that package, which draws by itself."""
#   True
