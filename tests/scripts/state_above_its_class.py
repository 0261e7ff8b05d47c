"""An object whose class is defined further down is there from the second run on."""

import streamlit as st

state = st.session_state
if "cart" in state:
    state.cart.cups += 1
    st.text(f"before {state.cart.cups}")


class Cart:
    def __init__(self) -> None:
        self.cups = 1


if "cart" not in state:
    state.cart = Cart()
st.text(f"after {state.cart.cups} {type(state.cart).__name__}")
st.button("Again")

# shows
#   after 1 Cart
# click Again
# shows
#   before 2
#   after 2 Cart
