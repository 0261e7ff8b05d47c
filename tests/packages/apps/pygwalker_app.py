import pandas as pd
import streamlit as st
import streamlit.components.v1 as components
from pygwalker.api.html import to_html

components.html(to_html(pd.DataFrame({"a": [1, 2], "b": ["x", "y"]})), height=700, scrolling=True)
st.text("all drawn")
