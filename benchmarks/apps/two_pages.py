"""Two pages of a hundred lines, with a link from each to the other."""

import streamlit as st


def rows(name: str) -> None:
    """Draw a page."""
    st.button("Here")
    for row in range(100):
        st.write(name, row)


def one() -> None:
    """Draw the first page."""
    rows("One")


def two() -> None:
    """Draw the second page."""
    rows("Two")


st.navigation([st.Page(one, title="First"), st.Page(two, title="Second")]).run()
