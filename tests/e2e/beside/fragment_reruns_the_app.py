# Example: Tutorial: a fragment that reruns the app when a condition is met
# Do: enter Guess: 3
# Do: enter Guess: 7
import streamlit as st

state = st.session_state
state.month = state.get("month", "0")


@st.fragment
def guess():
    given = st.text_input("Guess", "0")
    if given == "7" and state.month != given:
        state.month = given
        st.rerun()
    st.write("Fragment has", given)


st.write("App has", state.month)
guess()
