# Example: st.fragment: how often the app and the fragment have run
# Do: click Rerun fragment
# Do: click Rerun fragment
# Do: click Rerun full app
import streamlit as st

if "app_runs" not in st.session_state:
    st.session_state.app_runs = 0
    st.session_state.fragment_runs = 0


@st.fragment
def part():
    st.session_state.fragment_runs += 1
    st.button("Rerun fragment")
    st.write(f"Fragment says it ran {st.session_state.fragment_runs} times.")


st.session_state.app_runs += 1
part()
st.button("Rerun full app")
st.write(f"The app says it ran {st.session_state.app_runs} times.")
st.write(f"The app sees that the fragment ran {st.session_state.fragment_runs} times.")
