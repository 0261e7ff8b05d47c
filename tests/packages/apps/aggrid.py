import pandas as pd
import streamlit as st
from st_aggrid import AgGrid, GridOptionsBuilder

df = pd.DataFrame({"city": ["Oslo", "Lima", "Rome"], "people": [700, 10_000, 2_800]})
builder = GridOptionsBuilder.from_dataframe(df, editable=True)
builder.configure_selection("single")
answer = AgGrid(
    df, gridOptions=builder.build(), update_on=["selectionChanged", "cellValueChanged"], key="grid"
)
chosen = answer["selected_rows"]
st.text(f"chosen: {None if chosen is None else list(chosen['city'])}")
st.text(f"sum: {int(answer['data']['people'].sum())}")
