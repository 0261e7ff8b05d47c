"""Inputs in the states that a gallery does not show: with a long label, disabled, and wrong."""

from typing import Any

import ostinato as st

LONG = "How many of those who came to the concert would come again, if it were to be repeated"

st.title("States")
INPUTS: dict[str, dict[str, Any]] = {
    "text_input": {},
    "text_area": {},
    "number_input": {},
    "slider": {},
    "select_slider": {"options": ["soft", "loud"]},
    "date_input": {},
    "time_input": {},
    "datetime_input": {},
    "color_picker": {},
    "checkbox": {},
    "toggle": {},
    "radio": {"options": ["one", "two"]},
    "selectbox": {"options": ["one", "two"]},
    "multiselect": {"options": ["one", "two"], "default": ["one"]},
    "pills": {"options": ["one", "two"], "default": "one"},
    "segmented_control": {"options": ["one", "two"], "default": "one"},
}
for name, arguments in INPUTS.items():
    left, right = st.columns(2)
    draw = getattr(left, name)
    draw(LONG, help="With help", key=f"{name}-long", **arguments)
    getattr(right, name)("Disabled", disabled=True, key=f"{name}-off", **arguments)

EMPTY: dict[str, dict[str, Any]] = {
    "text_input": {},
    "text_area": {},
    "number_input": {"value": None},
    "date_input": {"value": None},
    "time_input": {"value": None},
    "datetime_input": {"value": None},
    "selectbox": {"options": ["one", "two"], "index": None},
}
with st.form("wrong"):
    st.text_input("Not an address", "nobody", type="email", key="wrong")
    for name, arguments in EMPTY.items():
        getattr(st, name)("Empty", required=True, key=f"{name}-empty", **arguments)
    st.form_submit_button("Say what is wrong")
