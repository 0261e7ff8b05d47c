import streamlit as st
from streamlit_drawable_canvas import st_canvas

canvas = st_canvas(
    stroke_width=5,
    stroke_color="#000",
    background_color="#eee",
    height=150,
    width=300,
    drawing_mode="freedraw",
    key="canvas",
)
shapes = canvas.json_data["objects"] if canvas.json_data is not None else []
st.text(f"shapes: {len(shapes)}")
