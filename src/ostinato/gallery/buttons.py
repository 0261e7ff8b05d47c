"""Buttons: what is pressed."""

import ostinato as st


def button() -> None:
    """Buttons of three kinds."""
    with st.container(horizontal=True):
        st.button("Play", type="primary", icon=":material/play_arrow:")
        st.button("Pause", shortcut="P")
        st.button("Skip", type="tertiary")
        st.button("Record", disabled=True)


def menu_button() -> None:
    """A menu."""
    form = st.menu_button("Export", ["MIDI", "PDF", "MP3"], icon=":material/download:")
    st.write("You chose", form or "nothing yet")


def link_button() -> None:
    """A link."""
    st.link_button("Documentation", "https://ostinato.dev", icon=":material/open_in_new:")


def counter() -> None:
    """A click that is remembered."""
    if st.button("Count"):
        st.session_state["clicks"] = st.session_state.get("clicks", 0) + 1
    st.write(st.session_state.get("clicks", 0), "clicks")


EXAMPLES = [button, menu_button, link_button, counter]
