"""A thread that is given the run draws, and has its session state."""

import threading

import streamlit as st
from streamlit.runtime.scriptrunner import add_script_run_ctx, get_script_run_ctx

place = st.container()


def work(name: str) -> None:
    st.session_state[name] = True
    place.text(f"{name} in a container")
    st.text(f"{name} on the page")


def by_itself() -> None:
    add_script_run_ctx(ctx=context)
    work("third")


context = get_script_run_ctx()
first = add_script_run_ctx(threading.Thread(target=work, args=["first"]))
second = add_script_run_ctx(threading.Thread(target=work, args=["second"]), context)
for thread in (first, second, threading.Thread(target=by_itself)):
    thread.start()
    thread.join()
st.text(sorted(st.session_state))

# shows
#   first in a container
#   second in a container
#   third in a container
#   first on the page
#   second on the page
#   third on the page
#   ['first', 'second', 'third']
