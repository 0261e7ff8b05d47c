# Example: st.fragment: a fragment that writes into containers from outside
# Do: click Draw
# Do: click Draw
# Do: click Rerun
import streamlit as st

state = st.session_state
state.drawn = state.get("drawn", 0)


@st.fragment
def clouds():
    state.drawn += 1
    st.button("Draw")
    left.write(f"cloud {state.drawn} on the left")
    right.write(f"cloud {state.drawn} on the right")


left, right = st.container(), st.container()
left.write("left")
right.write("right")
clouds()
st.button("Rerun")
