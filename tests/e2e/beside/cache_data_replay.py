# Example: Caching, concepts: elements of a cached function are drawn again
# Do: click Again
import streamlit as st


@st.cache_data(show_spinner=False)
def fetch():
    st.success("Fetched from the API")
    with st.container():
        st.write("In a container")
    st.session_state.calls = st.session_state.get("calls", 0) + 1
    return 42


st.write("It is", fetch())
st.write("Called", st.session_state.calls)
st.button("Again")
