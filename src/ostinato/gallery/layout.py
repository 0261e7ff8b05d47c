"""Layout: where things stand."""

import ostinato as st


def columns() -> None:
    """Columns."""
    left, right = st.columns([2, 1], border=True)
    left.write("Two thirds")
    right.write("One third")


def container() -> None:
    """Containers, which may scroll, or stand in a row."""
    with st.container(height=120, border=True):
        for bar in range(1, 13):
            st.write("Bar", bar)
    with st.container(horizontal=True, horizontal_alignment="right"):
        st.button("No")
        st.button("Yes", type="primary")


def grid() -> None:
    """A grid, with as many columns as there is room for."""
    with st.grid(min_column_width=120, border=True):
        for voice in ("soprano", "alto", "tenor", "bass"):
            st.write(voice)


def tabs() -> None:
    """Tabs."""
    score, parts = st.tabs(["Score", ":material/group: Parts"])
    score.write("All of it")
    parts.write("Each voice")


def expander() -> None:
    """What is folded."""
    with st.expander("Programme notes", icon=":material/description:"):
        st.write("A phrase that repeats, persistently.")


def popover() -> None:
    """What opens on demand."""
    with st.popover("Settings", icon=":material/tune:"):
        st.toggle("Loud")
        st.slider("Speed", 1, 10, 5)


def empty() -> None:
    """A place for what comes later."""
    place = st.empty()
    if st.checkbox("Fill it"):
        place.info("Here it is")


EXAMPLES = [columns, container, grid, tabs, expander, popover, empty]
