# Example: Dashboards: fragments that run in parallel
# Do: click Left
# Do: click Rerun
import time

import streamlit as st


@st.fragment(parallel=True)
def part(name):
    time.sleep(0.05)
    st.write(name, "is done")
    st.button(name)


left, right = st.columns(2)
with left:
    part("Left")
with right:
    part("Right")
st.button("Rerun")
