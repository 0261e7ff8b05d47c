"""`asyncio.run` with tasks that draw as they end."""

import asyncio

import streamlit as st


async def play(voice: str, turns: int) -> str:
    for _ in range(turns):
        await asyncio.sleep(0)
    st.text(f"{voice} is done")
    return voice


async def main() -> None:
    voices = await asyncio.gather(play("bass", 9), play("lead", 3))
    st.text(voices)


asyncio.run(main())

# shows
#   lead is done
#   bass is done
#   ['bass', 'lead']
