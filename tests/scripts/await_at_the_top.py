"""The script may wait at its top level."""

import asyncio

import streamlit as st

st.text(await asyncio.sleep(0, "played"))

# shows
#   played
