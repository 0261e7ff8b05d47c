# Example: st.query_params: keys that are repeated
# Do: visit ?a=1&a=2&a=3
# Do: click Set
import streamlit as st

if st.button("Set"):
    st.query_params.a = ["x", "y"]
st.write("last", st.query_params.get("a"))
st.write("all", ",".join(st.query_params.get_all("a")))
st.write("as a dict", str(st.query_params.to_dict()))
