"""Two hundred inputs of five kinds, of which a person moves one slider."""

import streamlit as st

total = 0.0
for row in range(40):
    total += st.slider(f"Level {row}", 0, 100)
    total += st.number_input(f"Count {row}", 0, 100)
    total += st.checkbox(f"Flag {row}")
    total += len(st.text_input(f"Name {row}"))
    total += len(st.selectbox(f"Color {row}", ["red", "green", "blue"]))

st.write("Total =", total)
