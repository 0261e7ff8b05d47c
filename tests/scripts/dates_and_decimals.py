"""Values of the standard library are written as they print."""

import datetime
import decimal
import fractions
import pathlib
import uuid

import streamlit as st

for value in (
    decimal.Decimal("1.50"),
    fractions.Fraction(1, 3),
    datetime.date(2024, 2, 29),
    datetime.timedelta(minutes=90),
    pathlib.PurePosixPath("/a/b"),
    uuid.UUID(int=7),
    complex(1, -1),
    range(3),
    b"\x00bytes",
):
    st.text(value)

# shows
#   1.50
#   1/3
#   2024-02-29
#   1:30:00
#   /a/b
#   00000000-0000-0000-0000-000000000007
#   (1-1j)
#   range(0, 3)
#   b'\x00bytes'
