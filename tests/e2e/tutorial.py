"""The examples of the session-state tutorial, taken from its text."""

import re
import textwrap
from pathlib import Path

TEXT = (Path(__file__).parent / "session-state-tutorial.md").read_text("utf-8")

BLOCKS = [
    textwrap.dedent(block) for block in re.findall(r"^ *```python\n(.*?)^ *```", TEXT, re.M | re.S)
]

COUNTER, NAME, VOLUME, ON_CLICK, RESET, USERNAME = BLOCKS


IMPORT = "import streamlit as st\n\n"

SCRIPTS = {
    "counter": COUNTER,
    "name": NAME,
    "volume": IMPORT + VOLUME,
    "on_click": IMPORT + ON_CLICK,
    "reset": COUNTER + "\n" + RESET,
    "username": COUNTER + "\n" + USERNAME,
}
"""Scripts that run: every example, after an import or the counter where it is no whole script."""
