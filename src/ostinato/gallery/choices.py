"""Choices: one or several of some."""

import ostinato as st

VOICES = ["soprano", "alto", "tenor", "bass"]


def radio() -> None:
    """One, with all in sight."""
    st.radio("Voice", VOICES, captions=["high", "", "", "low"])


def selectbox() -> None:
    """One of many."""
    st.selectbox("Bar", range(1, 1001), index=None, placeholder="Which one?")


def multiselect() -> None:
    """Several of many."""
    chosen = st.multiselect("Choir", VOICES, ["alto", "bass"])
    st.write(len(chosen), "voices")


def pills() -> None:
    """Some, as pills."""
    st.pills("Voices", VOICES, selection_mode="multi", default=["alto"])


def segmented_control() -> None:
    """One of few, as a switch."""
    view = st.segmented_control("View", ["Day", "Week", "Month"], default="Week")
    st.write("You see a", view)


def feedback() -> None:
    """What somebody thinks."""
    st.feedback("thumbs")
    st.feedback("faces")
    st.feedback("stars", default=3)


def pagination() -> None:
    """One page of many."""
    page = st.pagination(20, default=3)
    st.write("Page", page)


EXAMPLES = [radio, selectbox, multiselect, pills, segmented_control, feedback, pagination]
