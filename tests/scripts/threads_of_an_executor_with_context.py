"""Threads that run already can be given the run, as those of an executor."""

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import streamlit as st
from streamlit.runtime.scriptrunner import add_script_run_ctx

places = [st.empty() for _ in range(2)]
meet = Barrier(3)


def fill(number: int) -> None:
    meet.wait(30)
    meet.wait(30)
    places[number].text(f"part {number}")
    st.session_state[f"part {number}"] = number


with ThreadPoolExecutor(2) as executor:
    parts = [executor.submit(fill, number) for number in range(2)]
    meet.wait(30)
    for thread in executor._threads:
        add_script_run_ctx(thread)
    meet.wait(30)
    for part in parts:
        part.result()
st.text(st.session_state.to_dict() == {"part 0": 0, "part 1": 1})

# shows
#   part 0
#   part 1
#   True
