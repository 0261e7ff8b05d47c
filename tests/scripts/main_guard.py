"""The script is `__main__`, by name and as a module."""

import sys
import typing

import streamlit as st


class Voice:
    partner: "Voice | None" = None


st.text(f"{__name__} {__spec__} {__package__} {__file__.endswith('main_guard.py')}")
if __name__ == "__main__":
    main = sys.modules["__main__"]
    st.text(f"{main.Voice is Voice} {vars(main) is globals()} {main.__spec__}")
    st.text(typing.get_type_hints(Voice)["partner"] == Voice | None)

# shows
#   __main__ None None True
#   True True None
#   True
