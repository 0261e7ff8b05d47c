# Example: Fragments, concepts: one function as several fragments
# Do: check Item 2
# Do: check Item 3
# Do: click Rerun
import streamlit as st

state = st.session_state
state.runs = state.get("runs", 0) + 1


@st.fragment
def item(number):
    if st.checkbox(f"Item {number}"):
        st.write(f"{number} is chosen")


st.write("App ran", state.runs)
for number in range(1, 4):
    item(number)
st.button("Rerun")
