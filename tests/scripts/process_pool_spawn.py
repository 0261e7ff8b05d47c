"""Spawned processes import the script again, and find `streamlit` and its functions there."""

import multiprocessing

import streamlit as st


class Order:
    def __init__(self, cups: int) -> None:
        self.cups = cups


def double(order: Order) -> Order:
    return Order(2 * order.cups)


st.title("Spawned")
if __name__ == "__main__":
    with multiprocessing.get_context("spawn").Pool(1) as pool:
        orders = pool.map(double, [Order(1), Order(2)])
    st.text(f"cups {[order.cups for order in orders]}")
    st.text(f"known {all(isinstance(order, Order) for order in orders)}")

# shows
#   Spawned
#   cups [2, 4]
#   known True
