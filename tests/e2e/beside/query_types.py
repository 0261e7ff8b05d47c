# Example: st.query_params: values become text; a dict is an error
# Do: click Set
# Do: click Set a dict
# Differs: A list of nothing has no place in an address: Streamlit has it until the end of the run only.
import streamlit as st

if st.button("Set"):
    st.query_params["number"] = 1.5
    st.query_params["flag"] = True
    st.query_params["none"] = None
    st.query_params["empty"] = ""
    st.query_params["list"] = []
if st.button("Set a dict"):
    st.query_params["dict"] = {"a": 1}
st.write(str(st.query_params.to_dict()))
