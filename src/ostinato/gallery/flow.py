"""Flow: parts of a page that run without the rest, and windows over it."""

import random
from datetime import datetime

import ostinato as st


def fragment() -> None:
    """A part of the page that runs alone."""

    @st.fragment
    def dice() -> None:
        if st.button("Roll the dice"):
            st.markdown(f"You have rolled a **{random.randint(1, 6)}**.")

    dice()
    st.caption(f"The page ran at {datetime.now():%H:%M:%S}.")


def run_every() -> None:
    """A part on a clock."""

    @st.fragment(run_every="1s")
    def clock() -> None:
        st.text(f"{datetime.now():%H:%M:%S}")

    clock()


def dialog() -> None:
    """A window over the page."""

    @st.dialog("What shall we play?", icon=":material/music_note:")
    def ask() -> None:
        piece = st.text_input("Piece")
        if st.button("Ask for it", type="primary"):
            st.session_state.piece = piece
            st.rerun()

    if st.button("Make a wish"):
        ask()
    st.text(f"Next: {st.session_state.get('piece') or 'silence'}")


def drawer() -> None:
    """A window at the side of the page."""

    @st.dialog("Programme", position="right")
    def show() -> None:
        for piece in ("Boléro", "Canto ostinato", "Music for 18 musicians"):
            st.checkbox(piece)

    if st.button("Show the programme"):
        show()


def page_link() -> None:
    """Links to pages of the app, or elsewhere."""
    st.page_link(
        "https://en.wikipedia.org/wiki/Ostinato",
        label="What an ostinato is",
        icon=":material/link:",
    )
    st.page_link("https://en.wikipedia.org/wiki/Silence", label="Not today", disabled=True)


EXAMPLES = [fragment, run_every, dialog, drawer, page_link]
