"""A pool of forked processes maps a function of the script over objects of the script."""

import multiprocessing

import streamlit as st


class Order:
    def __init__(self, cups: int) -> None:
        self.cups = cups


def double(order: Order) -> Order:
    return Order(2 * order.cups)


with multiprocessing.get_context("fork").Pool(2) as pool:
    orders = pool.map(double, [Order(1), Order(2)])
st.text(f"cups {[order.cups for order in orders]}")
st.text(f"known {all(isinstance(order, Order) for order in orders)}")

# shows
#   cups [2, 4]
#   known True
