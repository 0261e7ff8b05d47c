# Example: st.rerun: a callback that reruns a fragment by its key
# Do: click Refresh the chart
import streamlit as st

state = st.session_state


def count(name):
    state[name] = state.get(name, 0) + 1
    st.write(name, "ran", state[name])


@st.fragment(key="chart")
def chart():
    count("chart")


def refresh():
    st.rerun(scope="chart")


count("app")
chart()
st.button("Refresh the chart", on_click=refresh)
