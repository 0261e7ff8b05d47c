# Example: Tutorial: start and stop a fragment that runs by itself
# Do: click Start
# Do: wait at least 2
# Do: click Stop
import streamlit as st

state = st.session_state
state.on = state.get("on", False)
state.n = state.get("n", 0)


def toggle():
    state.on = not state.on
    state.n = 0


st.button("Start", disabled=state.on, on_click=toggle)
st.button("Stop", disabled=not state.on, on_click=toggle)


@st.fragment(run_every=0.3 if state.on else None)
def stream():
    state.n += state.on
    st.write("running" if state.on else "stopped")
    if state.n >= 2:
        st.write("at least 2")


stream()
