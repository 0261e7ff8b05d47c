# Example: st.query_params: a key that is not there
# Do: check By attribute
import streamlit as st

st.write(str(st.query_params.get("no", "default")))
if st.checkbox("By attribute"):
    st.query_params.no
st.query_params["no"]
