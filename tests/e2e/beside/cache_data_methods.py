# Example: Caching, concepts: methods of a class
# Do: click Again
import streamlit as st


class Calculator:
    def __init__(self, factor):
        self.factor = factor

    @st.cache_data(hash_funcs={"__main__.Calculator": lambda each: each.factor})
    def times(self, number):
        st.session_state.calls = st.session_state.get("calls", 0) + 1
        return self.factor * number

    @st.cache_data
    def plus(_self, number):
        return _self.factor + number


st.write("Product", Calculator(2).times(3), Calculator(2).times(3), Calculator(3).times(3))
st.write("Sum", Calculator(2).plus(1))
st.write("Called", st.session_state.get("calls", 0))
st.button("Again")
