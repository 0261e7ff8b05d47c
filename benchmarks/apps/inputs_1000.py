"""A thousand inputs of twenty kinds, of which a press of the button changes one."""

import streamlit as st

COLORS = ["red", "green", "blue"]


def add() -> None:
    """Press the button."""
    st.session_state.number += 1


st.button("Add", on_click=add)
st.write("Number =", st.number_input("Number", value=0, key="number"))

for row in range(50):
    st.checkbox(f"Flag {row}")
    st.toggle(f"Switch {row}")
    st.radio(f"Shade {row}", COLORS)
    st.selectbox(f"Color {row}", COLORS)
    st.multiselect(f"Colors {row}", COLORS)
    st.pills(f"Pills {row}", COLORS)
    st.segmented_control(f"Segments {row}", COLORS)
    st.select_slider(f"Grade {row}", COLORS)
    st.feedback("stars", key=f"stars {row}")
    st.slider(f"Level {row}", 0, 100)
    st.slider(f"Range {row}", 0, 100, (20, 40))
    st.number_input(f"Count {row}", 0, 100)
    st.number_input(f"Price {row}", 0.0, 100.0)
    st.text_input(f"Name {row}")
    st.text_area(f"Note {row}")
    st.date_input(f"Day {row}")
    st.time_input(f"Time {row}", value=None)
    st.datetime_input(f"Moment {row}", value=None)
    st.color_picker(f"Paint {row}")
    st.button(f"Button {row}")
