import streamlit as st
from annotated_text import annotated_text

annotated_text("This ", ("is", "verb"), " some ", ("annotated", "adj", "#faa"), " text")
st.text("all drawn")
