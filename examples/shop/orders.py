"""The third page: who is logged in, and what they have ordered."""

import streamlit as st
from products import euros

st.title("Orders")

if hasattr(st.user, "is_logged_in"):  # somebody to log in with
    if not st.user.is_logged_in:
        st.write("Log in to see your orders.")
        st.button("Log in", type="primary", on_click=st.login)
        st.stop()
    st.write(f"Hello, {st.user.name}.")
    st.button("Log out", on_click=st.logout)

if not st.session_state.orders:
    st.info("No orders yet.")
for number, (name, lines, total) in enumerate(st.session_state.orders, start=1):
    with st.expander(f"Order {number}: {euros(total)}", expanded=True):
        st.write(f"For {name}")
        for product, count in lines:
            st.write(f"- {count} × {product.name}")
