"""Every element there is, once or more."""

from datetime import date, datetime, time

import streamlit as st

with st.sidebar:
    st.header("Filters")
    st.selectbox("City", ["Oslo", "Bergen", "Tromsø"], key="city")
    st.text_input("Search", key="search")

st.title("All elements")
st.header("Words", divider="blue")
st.subheader("Smaller")
st.write("Some *words*, ", 42, " and :red[a colour]")
st.markdown("A [link](https://example.com), :material/home: and `code`.\n\n- one\n- two\n\n> said")
st.markdown("| a | b |\n| --- | --- |\n| 1 | 2 |")
st.text("plain text")
st.caption("a caption")
st.code("print('hello')\nprint(1 + 1)", language="python")
st.divider()
st.json({"name": "Ada", "tags": ["x", "y"]})
st.write(len)

st.error("it failed")
st.warning("take care")
st.info("note")
st.success("done")
st.exception(ValueError("wrong value"))

left, right = st.columns(2)
left.button("Press", key="press")
right.button("Save", type="primary", help="Saves it")
st.button("Off", disabled=True)
st.checkbox("Agree", key="agree")
st.slider("Age", 0, 100, 30, key="age")
st.slider("Range", 0.0, 1.0, (0.2, 0.8))
st.slider("Day", date(2026, 1, 1), date(2026, 12, 31), date(2026, 6, 1))
st.slider("Hour", time(8), time(18), time(12))
st.slider("Moment", datetime(2026, 1, 1), datetime(2026, 1, 2), datetime(2026, 1, 1, 12))
st.text_input("Name", key="name", help="Your *first* name", placeholder="Ada")
st.text_input("Secret", type="password")
st.number_input("Count", 0, 10, 3, key="count")
st.selectbox("Colour", ["red", "green", "blue"], key="colour")
st.radio("Size", ["small", "**large**"], captions=["for *one*", "for four"], key="size")
with st.container(border=True):
    st.write("inside a container")
with st.container(horizontal=True, key="row"):
    st.button("One")
    st.button("Two")
st.empty().write("was empty")
