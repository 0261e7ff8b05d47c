# Example: Caching, concepts: an error is not kept
# Do: click Again
import streamlit as st


@st.cache_data(show_spinner=False)
def fetch():
    st.session_state.tries = st.session_state.get("tries", 0) + 1
    if st.session_state.tries == 1:
        raise ConnectionError("away")
    return "there"


st.button("Again")
st.write("It is", fetch())
