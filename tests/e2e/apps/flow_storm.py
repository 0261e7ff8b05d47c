"""What a storm acts on where an app has all that makes it one: pages, parts, a dialog, a cache."""

import json
import os
import time

import streamlit as st

state = st.session_state
for name in ("Here", "There", "Inside"):
    state.setdefault(name, 0)
state.setdefault("notes", [])
state.setdefault("homes", [])
if state.homes[-1:] != [os.getpid()]:
    state.homes.append(os.getpid())


@st.cache_data(ttl=1, show_spinner=False)
def slow() -> int:
    """Take its time once a second, for all visitors."""
    time.sleep(0.1)
    return 1


@st.fragment(run_every=0.3)
def part() -> None:
    """Run by itself, and count its own button."""
    if st.button("Inside"):
        state.Inside += slow()
    st.caption(f"{state.Inside}")


@st.dialog("A note")
def note() -> None:
    """Take down one note."""
    with st.form("note"):
        text = st.text_input("Text")
        if st.form_submit_button("Keep"):
            state.notes.append(text)
            st.rerun()


def first() -> None:
    """Draw the page that one comes to."""
    if st.button("Here"):
        state.Here += slow()
    if st.button("Write"):
        note()
    part()


def second() -> None:
    """Draw the other page."""
    if st.button("There"):
        state.There += slow()


st.navigation([st.Page(first, title="First"), st.Page(second, title="Second")]).run()
names = ("Here", "There", "Inside", "notes", "homes")
st.code(json.dumps({name: state[name] for name in names}))
