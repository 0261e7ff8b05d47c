# Example: st.dialog: dismissible=False
# Do: click Open
# Do: close
# Do: click Done
import streamlit as st


@st.dialog("Read this", dismissible=False)
def read():
    st.write("in it")
    if st.button("Done"):
        st.rerun()


if st.button("Open"):
    read()
