"""Right-to-left text, combining marks, emoji of many parts and what looks like markup stay whole."""

import streamlit as st

for body in (
    "שלום עולם",
    "مرحبا 123 بالعالم",
    "e\u0301 ≠ é",
    "👩🏽‍🚀 🏳️‍🌈 🇳🇴",
    "<b>not bold</b> & *stars* $x$ :smile:",
    "zero\u200bwidth \u202eoverride\u202c",
    "tab\tand\u00a0space",
):
    st.text(body)

# shows
#   שלום עולם
#   مرحبا 123 بالعالم
#   é ≠ é
#   👩🏽‍🚀 🏳️‍🌈 🇳🇴
#   <b>not bold</b> & *stars* $x$ :smile:
#   zero​width ‮override‬
#   tab	and space
