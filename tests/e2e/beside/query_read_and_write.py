# Example: st.query_params: read, write, by item and by attribute
# Do: visit ?first_key=1&second_key=two
# Do: click Write
# Do: click Delete
# Do: click Clear
import streamlit as st

params = st.query_params
if st.button("Write"):
    params.first_key = 2
    params["third"] = "a b&c"
if st.button("Delete"):
    del params["first_key"]
if st.button("Clear"):
    params.clear()
st.write(", ".join(f"{name}={value}" for name, value in params.items()) or "none")
st.write("first_key is there:", str("first_key" in params))
