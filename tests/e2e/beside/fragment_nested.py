# Example: Fragments, concepts: a fragment in a fragment
# Do: click Inner
# Do: click Outer
import streamlit as st

state = st.session_state


def count(name):
    state[name] = state.get(name, 0) + 1
    st.write(name, "ran", state[name])


@st.fragment
def inner():
    count("inner")
    st.button("Inner")


@st.fragment
def outer():
    count("outer")
    st.button("Outer")
    inner()


count("app")
outer()
