import pandas as pd
import streamlit as st
from streamlit_extras.add_vertical_space import add_vertical_space
from streamlit_extras.colored_header import colored_header
from streamlit_extras.dataframe_explorer import dataframe_explorer
from streamlit_extras.grid import grid
from streamlit_extras.keyboard_text import key as key_text
from streamlit_extras.let_it_rain import rain
from streamlit_extras.mention import mention
from streamlit_extras.metric_cards import style_metric_cards
from streamlit_extras.row import row
from streamlit_extras.stateful_button import button as kept_button
from streamlit_extras.stoggle import stoggle
from streamlit_extras.stylable_container import stylable_container

add_vertical_space(1)
colored_header("Header", "What it is about", "violet-70")
st.metric("Speed", 5)
style_metric_cards()
if kept_button("Keep", key="kept"):
    st.text("kept: on")
cells = grid(2, vertical_align="bottom")
cells.text("left")
cells.text("right")
line = row(2)
line.button("One")
line.button("Two")
stoggle("More", "hidden text")
mention(label="a mention", url="https://example.com", icon="github")
key_text("Ctrl")
with stylable_container(key="green", css_styles="button { background-color: rgb(0, 128, 0); }"):
    st.button("Green")
st.dataframe(dataframe_explorer(pd.DataFrame({"a": [1, 2]}), case=False))
rain(emoji="*", font_size=20, falling_speed=5, animation_length=1)
st.text("all drawn")
