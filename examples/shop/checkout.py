"""The second page: change the basket, and order."""

import basket
import streamlit as st
from products import euros

st.title("Basket")
if not basket.lines():
    st.info("Your basket is empty.")
    st.page_link("catalogue.py", label="To the catalogue", icon=":material/grid_view:")
    st.stop()

for product, count in basket.lines():
    st.number_input(
        f"{product.name}, {euros(product.price)} each",
        0,
        99,
        count,
        key=f"count {product.name}",
        on_change=basket.change,
        args=(product,),
    )
st.markdown(f"**Total: {euros(basket.total())}**")

with st.form("order"):
    name = st.text_input("Your name")
    address = st.text_area("Where to")
    if st.form_submit_button("Order", type="primary"):
        if name and address:
            st.session_state.orders.append((name, basket.lines(), basket.total()))
            st.session_state.basket = {}
            st.switch_page("orders.py")
        st.error("Please say who you are, and where it shall go.")
