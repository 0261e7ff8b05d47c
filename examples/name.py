"""A text field whose value is kept in session state."""

import ostinato as st

if "name" not in st.session_state:
    st.session_state.name = ""

st.session_state.name = st.text_input("Enter your name:", st.session_state.name)
st.write("Hello,", st.session_state.name)
