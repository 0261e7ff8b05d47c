"""A loop that the script makes and closes is no other run's."""

import asyncio

import streamlit as st

loop = asyncio.new_event_loop()
asyncio.set_event_loop(loop)
st.text(loop.run_until_complete(asyncio.sleep(0, "played")))
loop.close()
st.button("Again")

# shows
#   played
# click Again
# shows
#   played
