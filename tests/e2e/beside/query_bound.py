# Example: bind="query-params": a widget and the address
# Do: visit ?city=Rome
# Do: enter City: Oslo
# Do: click Clear
# Differs: Streamlit refuses to clear while an input is bound; here all else is cleared, and the input keeps its own.
import streamlit as st

if st.button("Clear"):
    st.query_params.clear()
city = st.text_input("City", key="city", bind="query-params")
st.write(f"City is {city!r}")
