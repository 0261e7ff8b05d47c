"""The script decides what becomes of its log."""

import io
import logging

import streamlit as st

heard = io.StringIO()
logging.basicConfig(
    level=logging.INFO, stream=heard, format="%(levelname)s %(message)s", force=True
)
logging.info("first")
logging.getLogger("orchestra").info("second")
logging.getLogger("orchestra").debug("nobody hears this")
logging.getLogger().handlers.clear()
logging.getLogger().setLevel(logging.WARNING)
st.text(heard.getvalue())

# shows
#   INFO first\nINFO second
