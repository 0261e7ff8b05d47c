# Example: st.query_params: from_dict and update
# Do: click From a dict
# Do: click Update
import streamlit as st

if st.button("From a dict"):
    st.query_params.from_dict({"foo": "bar", "baz": [1, "two"]})
if st.button("Update"):
    st.query_params.update({"foo": "new"}, more="yes")
st.write(str(st.query_params.to_dict()))
st.write(len(st.query_params))
