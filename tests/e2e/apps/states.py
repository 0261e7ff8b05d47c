"""Inputs in the states that a gallery does not show: with a long label, and disabled."""

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
st.text_input("Wrong", "nobody", type="email", key="wrong", required=True)
for name, arguments in INPUTS.items():
    left, right = st.columns(2)
    draw = getattr(left, name)
    draw(LONG, help="With help", key=f"{name}-long", **arguments)
    getattr(right, name)("Disabled", disabled=True, key=f"{name}-off", **arguments)
