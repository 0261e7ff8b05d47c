"""A callback may be a function, a method, a partial, a lambda or an object, and takes arguments."""

from functools import partial

import streamlit as st

state = st.session_state
log = state.setdefault("log", [])


class Player:
    def play(self, *notes: str, loud: bool = False) -> None:
        log.append(("play", notes, loud))

    def __call__(self) -> None:
        log.append("called")


player = Player()
st.button("Method", on_click=player.play, args=["c", "e"], kwargs={"loud": True})
st.button("Partial", on_click=partial(player.play, "g"))
st.button("Lambda", on_click=lambda: log.append("lambda"))
st.button("Object", on_click=player)
for entry in log:
    st.text(entry)

# click Method
# click Partial
# click Lambda
# click Object
# shows
#   ('play', ('c', 'e'), True)
#   ('play', ('g',), False)
#   lambda
#   called
