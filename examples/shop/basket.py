"""The visitor's basket: session state, so that a refresh keeps it."""

import streamlit as st
from products import Product, euros, products


def begin() -> None:
    """Give every new visitor an empty basket."""
    st.session_state.setdefault("basket", {})
    st.session_state.setdefault("orders", [])


def add(product: Product) -> None:
    """Put one more of a product into the basket."""
    counts = st.session_state.basket
    counts[product.name] = counts.get(product.name, 0) + 1
    st.toast(f"{product.name} is in your basket", icon=":material/check:")


def change(product: Product) -> None:
    """Have as many of a product as its field says: in a callback, before anything is drawn."""
    st.session_state.basket[product.name] = st.session_state[f"count {product.name}"]


def lines() -> list[tuple[Product, int]]:
    """Return what is in the basket, and how many of each."""
    counts = st.session_state.basket
    return [(each, counts[each.name]) for each in products() if counts.get(each.name)]


def total() -> int:
    """Return what all of it costs, in cents."""
    return sum(product.price * count for product, count in lines())


def summary() -> None:
    """Show in a line what is in the basket."""
    count = sum(st.session_state.basket.values())
    st.caption(f"{count} in your basket, {euros(total())}" if count else "Your basket is empty")
