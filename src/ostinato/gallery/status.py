"""Status: how things stand."""

import time

import ostinato as st


def alerts() -> None:
    """Boxes of four kinds."""
    st.success("Tuned")
    st.info("The hall opens at 19:00", icon=":material/info:")
    st.warning("Two strings are old")
    st.error("No conductor")


def progress() -> None:
    """How far it is."""
    bars = st.slider("Bars played", 0, 32, 12)
    st.progress(bars / 32, f"Bar {bars} of 32")


def status() -> None:
    """What is being done."""
    with st.status("Tuning", expanded=True, state="complete"):
        st.write("Strings are tuned")
        st.write("Winds are warm")


def spinner() -> None:
    """What takes a moment."""
    if st.button("Tune"):
        with st.spinner("Tuning", show_time=True):
            time.sleep(2)
        st.write("In tune")


def skeleton() -> None:
    """What is to come."""
    st.skeleton(height=80)


def effects() -> None:
    """What happens once."""
    with st.container(horizontal=True):
        if st.button("Toast"):
            st.toast("Cheers!", icon="🥂")
        if st.button("Balloons"):
            st.balloons()
        if st.button("Snow"):
            st.snow()


def exception() -> None:
    """What went wrong."""
    try:
        ["flute"].index("baton")
    except ValueError as error:
        st.exception(error)


EXAMPLES = [alerts, progress, status, spinner, skeleton, effects, exception]
