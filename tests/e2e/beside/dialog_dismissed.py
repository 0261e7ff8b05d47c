# Example: st.dialog: closing it runs nothing; on_dismiss="rerun" runs the app
# Do: click Plain
# Do: close
# Do: click With a rerun
# Do: close
import streamlit as st

st.session_state.runs = st.session_state.get("runs", 0) + 1
st.write("Runs", st.session_state.runs)


@st.dialog("Plain one")
def plain():
    st.write("in it")


@st.dialog("One that reruns", on_dismiss="rerun")
def rerunning():
    st.write("in it")


if st.button("Plain"):
    plain()
if st.button("With a rerun"):
    rerunning()
