"""A form in three steps: one number in session state says which of them is shown."""

import ostinato as st

state = st.session_state
state.setdefault("step", 1)
state.setdefault("order", {"name": "", "size": "Medium", "cups": 1})


def go(step: int) -> None:
    state.step = step


st.title("Order a coffee")
st.caption(f"Step {state.step} of 3")

if state.step == 1:
    state.order["name"] = st.text_input("For whom?", state.order["name"])
    # Not disabled until there is a name: the click that ends the typing would find it so.
    if st.button("Next"):
        if state.order["name"]:
            go(2)
            st.rerun()
        st.warning("Please enter a name.")

elif state.step == 2:
    sizes = ["Small", "Medium", "Large"]
    state.order["size"] = st.selectbox("Size", sizes, sizes.index(state.order["size"]))
    state.order["cups"] = st.number_input("Cups", 1, 9, state.order["cups"])
    with st.container(horizontal=True):
        st.button("Back", on_click=go, args=(1,))
        st.button("Next", on_click=go, args=(3,))

else:
    st.json(state.order)
    with st.container(horizontal=True):
        st.button("Back", on_click=go, args=(2,))
        if st.button("Order", type="primary"):
            st.success(f"{state.order['cups']} on the way to {state.order['name']}")
