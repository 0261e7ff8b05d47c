"""The first page: filters, a card for each product, and a dialog with more about it."""

import basket
import streamlit as st
from products import Product, euros, in_stock, products


@st.dialog("About this product")
def details(product: Product) -> None:
    """Tell more, without leaving the page."""
    st.subheader(product.name)
    st.write(product.text)
    if st.button(f"Add for {euros(product.price)}", type="primary"):
        basket.add(product)
        st.rerun()


@st.fragment(run_every=5)
def stock(name: str) -> None:
    """Show how many there are: this part of the page alone runs, every five seconds."""
    st.caption(f"{in_stock(name)} in stock")


st.title("Catalogue")
kinds = sorted({product.kind for product in products()})
kind = st.pills("Show", kinds, default=None, bind="query-params", key="kind")
most = st.slider("Up to", 5, 50, 50, format="%d €")

for product in products():
    if (kind and product.kind != kind) or product.price > most * 100:
        continue
    with st.container(border=True, key=f"card {product.name}"):
        st.markdown(f"**{product.name}** · {euros(product.price)}")
        stock(product.name)
        with st.container(horizontal=True):
            st.button("Add", key=f"add {product.name}", on_click=basket.add, args=(product,))
            if st.button("More", key=f"more {product.name}", type="tertiary"):
                details(product)
