"""Streamlit's errors."""

from ostinato.errors import *  # noqa: F403
