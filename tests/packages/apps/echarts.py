import streamlit as st
from streamlit_echarts import st_echarts

options = {
    "xAxis": {"type": "category", "data": ["Mon", "Tue", "Wed"]},
    "yAxis": {"type": "value"},
    "series": [{"data": [820, 932, 901], "type": "bar"}],
}
said = st_echarts(
    options=options,
    events={"click": "function(params) { return params.name }"},
    height="300px",
    key="c",
)
st.text(f"clicked: {said}")
