"""`asyncio.get_event_loop` gives a loop, another one in each run."""

import asyncio

import streamlit as st


async def answer() -> str:
    await asyncio.sleep(0)
    return "played"


loop = asyncio.get_event_loop()
st.text(loop.run_until_complete(answer()))
st.text(f"the same {loop is asyncio.get_event_loop()}")
st.text(f"closed before {st.session_state.get('loop') is not None}")
st.session_state["loop"] = "seen"
st.button("Again")

# shows
#   played
#   the same True
#   closed before False
# click Again
# shows
#   played
#   the same True
#   closed before True
