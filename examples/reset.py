"""A button that resets other inputs: a callback may set the value of any widget."""

import ostinato as st


def reset() -> None:
    st.session_state.city = ""
    st.session_state.days = 7


st.text_input("City", key="city")
st.slider("Days", 1, 14, 7, key="days")
st.button("Reset", on_click=reset)

st.write(st.session_state.days, "days in", st.session_state.city or "no city yet")
