import streamlit as st
import streamlit_antd_components as sac

pressed = sac.buttons([sac.ButtonsItem("apple"), sac.ButtonsItem("pear")], key="b")
page = sac.pagination(total=50, key="p")
tree = sac.tree([sac.TreeItem("root", children=[sac.TreeItem("leaf")])], open_all=True, key="t")
step = sac.steps([sac.StepsItem("one"), sac.StepsItem("two")], key="s")
st.text(f"buttons: {pressed}, page: {page}, tree: {tree}, step: {step}")
