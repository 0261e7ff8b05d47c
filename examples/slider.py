"""A slider whose value is kept in session state."""

import ostinato as st

if "volume" not in st.session_state:
    st.session_state.volume = 50

st.session_state.volume = st.slider("Volume", 0, 100, st.session_state.volume)
st.write("Volume =", st.session_state.volume)
