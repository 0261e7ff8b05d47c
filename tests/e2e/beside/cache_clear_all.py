# Example: st.cache_data.clear and st.cache_resource.clear: all of a kind
# Do: click Clear data
# Do: click Clear resources
import streamlit as st

state = st.session_state


def count(name):
    state[name] = state.get(name, 0) + 1


@st.cache_data(show_spinner=False)
def data():
    count("data")


@st.cache_resource(show_spinner=False)
def resource():
    count("resources")


if st.button("Clear data"):
    st.cache_data.clear()
if st.button("Clear resources"):
    st.cache_resource.clear()
data()
resource()
st.write(f"data {state.data}, resources {state.resources}")
