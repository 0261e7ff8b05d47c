"""Newer syntax: match, walrus, star expressions, positional-only, typed dicts, f-strings in depth."""

from typing import TypedDict

import streamlit as st


class Song(TypedDict, total=False):
    title: str
    beats: int


def tell(song: Song, /, *, loud: bool = False) -> str:
    match song:
        case {"title": str(title), "beats": beats} if beats > 3:
            return f"{title!r:>8}|{beats:03d}|{loud=}"
        case {"title": title, **rest}:
            return f"{title} {rest}"
    return "unknown"


st.text(tell({"title": "Canon", "beats": 4}, loud=True))
st.text(tell({"title": "Fugue", "beats": 3}))
first, *others = [*range(3), *{"x": 1}]
st.text(f"{first} {others} {(half := 7 // 2)} {half}")

# shows
#   'Canon'|004|loud=True
#   Fugue {'beats': 3}
#   0 [1, 2, 'x'] 3 3
