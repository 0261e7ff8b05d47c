import extra_streamlit_components as stx
import streamlit as st

tab = stx.tab_bar(
    data=[
        stx.TabBarItemData(id=1, title="Plan", description="x"),
        stx.TabBarItemData(id=2, title="Done", description="y"),
    ],
    default=1,
    key="tabs",
)
step = stx.stepper_bar(steps=["Ready", "Go"])
cookies = stx.CookieManager(key="cookies")
if st.button("Set"):
    cookies.set("tried", "yes", key="set")
st.text(f"tab: {tab}, step: {step}, cookie: {cookies.get('tried')}")
