"""A small shop: pages, a login, cached data, fragments and a dialog."""

import basket
import streamlit as st

st.set_page_config(page_title="Corner Shop", page_icon=":material/storefront:")
basket.begin()

pages = st.navigation(
    {
        "Shop": [
            st.Page("catalogue.py", title="Catalogue", icon=":material/grid_view:", default=True),
            st.Page("checkout.py", title="Basket", icon=":material/shopping_basket:"),
        ],
        "You": [st.Page("orders.py", title="Orders", icon=":material/receipt_long:")],
    }
)

with st.sidebar:
    basket.summary()

pages.run()
