# Example: Caching, concepts: what cache_data returns is a copy, what cache_resource returns is not
# Do: click Again
import streamlit as st


@st.cache_data(show_spinner=False)
def data():
    return [0]


@st.cache_resource(show_spinner=False)
def resource():
    return [0]


for each in (data(), resource()):
    each.append(1)
st.write(f"data has {len(data())}, the resource {len(resource())}")
st.button("Again")
