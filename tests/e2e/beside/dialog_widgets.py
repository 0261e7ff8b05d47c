# Example: st.dialog: a widget in it reruns it alone
# Do: click Open
# Do: check More
import streamlit as st

st.session_state.runs = st.session_state.get("runs", 0) + 1
st.write("The app ran", st.session_state.runs)


@st.dialog("Settings")
def settings():
    if st.checkbox("More"):
        st.write("More of them")
    st.write("The app ran", st.session_state.runs)


if st.button("Open"):
    settings()
