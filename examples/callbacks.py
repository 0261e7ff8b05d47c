"""A callback: it runs before the script does, with the arguments the widget was given."""

import ostinato as st


def add(amount: int) -> None:
    st.session_state.count += amount


if "count" not in st.session_state:
    st.session_state.count = 0

with st.container(horizontal=True):
    st.button("Add one", on_click=add, args=(1,))
    st.button("Add ten", on_click=add, args=(10,))

st.write("Count =", st.session_state.count)
