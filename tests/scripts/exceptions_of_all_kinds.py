"""Errors that the script shows itself, with causes and in groups."""

import streamlit as st


def fail() -> None:
    try:
        {}["tempo"]
    except KeyError as error:
        raise ValueError("no tempo") from error


try:
    fail()
except ValueError as error:
    st.exception(error)
    st.text(type(error.__cause__).__name__)
try:
    raise ExceptionGroup("two", [ValueError("a"), TypeError("b")])
except* TypeError as group:
    st.text(group.exceptions)
except* ValueError as group:
    st.text(len(group.exceptions))

# shows
#   no tempo
#   KeyError
#   (TypeError('b'),)
#   1
