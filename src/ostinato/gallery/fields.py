"""Fields: what is typed, and what is set."""

import ostinato as st


def text_input() -> None:
    """A line of text."""
    name = st.text_input("Name", placeholder="Jane", help="As in your passport")
    st.write("Hello,", name or "nobody")


def text_kinds() -> None:
    """Text of a kind, which is checked."""
    st.text_input("Email", type="email")
    st.text_input("Password", type="password")
    st.text_input("Find", type="search")


def text_area() -> None:
    """Several lines."""
    text = st.text_area("Notes", "One line\nand another", max_chars=200)
    st.caption(f"{len(text.split())} words")


def number_input() -> None:
    """A number."""
    beats = st.number_input("Beats", 1, 16, 4)
    st.write("♪" * beats)


def slider() -> None:
    """A number, or two, by a slider."""
    st.slider("Tempo", 40, 200, 120, format="%d bpm")
    low, high = st.slider("Range", 0.0, 1.0, (0.2, 0.6))
    st.write(low, "to", high)


def select_slider() -> None:
    """One of some in a row."""
    st.select_slider("Loudness", ["pp", "p", "mp", "mf", "f", "ff"], "mp")


def date_input() -> None:
    """A date, or a span of days."""
    st.date_input("Concert")
    st.date_input("Tour", ("2026-03-01", "2026-03-14"))


def time_input() -> None:
    """A time of day."""
    st.time_input("Doors open", "19:30")
    st.datetime_input("Rehearsal", "2026-03-01 10:00")


def color_picker() -> None:
    """A colour."""
    colour = st.color_picker("Lights", "#0b756c")
    st.write("They are", colour)


def checkbox() -> None:
    """Yes or no."""
    if st.checkbox("With a metronome", value=True):
        st.write("tick, tock")
    st.toggle("Loop")


EXAMPLES = [
    text_input,
    text_kinds,
    text_area,
    number_input,
    slider,
    select_slider,
    date_input,
    time_input,
    color_picker,
    checkbox,
]
