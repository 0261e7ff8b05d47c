"""Options may be anything; what is chosen is one of this run's options, from run to run."""

import datetime
from enum import Enum
from fractions import Fraction
from typing import NamedTuple

import streamlit as st


class Key(Enum):
    MAJOR = "major"
    MINOR = "minor"


class Note(NamedTuple):
    name: str
    octave: int


notes = [Note("c", 4), Note("e", 4)]
parts = [Fraction(1, 2), Fraction(3, 4), None, (1, 2), datetime.date(2024, 2, 29), b"bytes", 2.5]
note = st.selectbox("Note", notes, format_func=lambda note: f"{note.name}{note.octave}")
key = st.selectbox("Key", list(Key), index=1, format_func=lambda key: key.value)
part = st.selectbox("Part", parts)
st.text(f"{note in notes} {key is Key.MINOR or key is Key.MAJOR} {part in parts} {part!r}")

# shows
#   Note: Note(name='c', octave=4)
#   Key: <Key.MINOR: 'minor'>
#   Part: Fraction(1, 2)
#   True True True Fraction(1, 2)
