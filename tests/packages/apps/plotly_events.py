import plotly.graph_objects as go
import streamlit as st
from streamlit_plotly_events import plotly_events

points = plotly_events(go.Figure(go.Scatter(x=[1, 2, 3], y=[4, 5, 6], mode="markers")), key="fig")
st.text(f"points: {[each['x'] for each in points]}")
