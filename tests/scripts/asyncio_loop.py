"""`asyncio.get_event_loop` gives a loop, the same in all runs of a session."""

import asyncio

from orchestra import kept

import streamlit as st


async def answer() -> str:
    await asyncio.sleep(0)
    return "played"


loop = asyncio.get_event_loop()
st.text(loop.run_until_complete(answer()))
st.text(f"the same {loop is asyncio.get_event_loop()}")
st.text(f"of earlier runs {[(other is loop, other.is_closed()) for other in kept.loops]}")
kept.loops.append(loop)
if st.button("Again"):
    kept.loops.clear()

# shows
#   played
#   the same True
#   of earlier runs []
# click Again
# shows
#   played
#   the same True
#   of earlier runs [(True, False)]
