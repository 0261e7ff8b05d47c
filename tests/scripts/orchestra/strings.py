"""A module of that package, which draws by itself."""

from dataclasses import dataclass

import streamlit as st


@dataclass
class String:
    pitch: str


def tune(*pitches: str) -> list[String]:
    st.text("tuned " + " ".join(pitches))
    return [String(pitch) for pitch in pitches]
