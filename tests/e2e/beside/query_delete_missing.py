# Example: st.query_params: to delete what is not there is an error
# Do: visit ?a=1
# Do: click Delete a
# Do: click Delete b
import streamlit as st

if st.button("Delete a"):
    del st.query_params["a"]
if st.button("Delete b"):
    del st.query_params["b"]
st.write(str(st.query_params.to_dict()))
