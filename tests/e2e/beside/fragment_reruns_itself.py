# Example: st.rerun: scope="fragment" in a fragment
# Do: click Three more
import streamlit as st

state = st.session_state
state.n = state.get("n", 0)
state.left = state.get("left", 0)


@st.fragment
def more():
    if st.button("Three more"):
        state.left = 3
    if state.left:
        state.left -= 1
        state.n += 1
        st.rerun(scope="fragment")
    st.write("n is", state.n)


st.write("The app saw", state.n)
more()
