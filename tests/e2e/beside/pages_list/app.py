# Example: st.navigation: a list of files
# Do: follow Page 2
# Do: back
import streamlit as st

pg = st.navigation([st.Page("page_1.py"), st.Page("page_2.py")])
pg.run()
