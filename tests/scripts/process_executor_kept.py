"""An executor that lives in session state computes with the functions of each later run."""

import multiprocessing
from concurrent.futures import ProcessPoolExecutor

import streamlit as st


def square(number: int) -> int:
    return number * number


if "executor" not in st.session_state:
    context = multiprocessing.get_context("fork")
    st.session_state.executor = ProcessPoolExecutor(1, mp_context=context)
executor = st.session_state.executor
number = st.number_input("Number", value=3)
st.text(f"square {executor.submit(square, number).result()}")
if st.button("End"):
    executor.shutdown()
    st.text("ended")

# shows
#   Number: 3
#   square 9
# enter Number: 12
# shows
#   Number: 12
#   square 144
# click End
# shows
#   Number: 12
#   square 144
#   ended
