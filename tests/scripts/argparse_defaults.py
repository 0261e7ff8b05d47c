"""A script that is a command, too, takes its defaults where there are no arguments."""

import argparse

import streamlit as st

parser = argparse.ArgumentParser(prog="metronome")
parser.add_argument("--tempo", type=int, default=90)
arguments, others = parser.parse_known_args([])
st.text(f"tempo {arguments.tempo}")
try:
    parser.parse_args(["--tempo", "fast"])
except SystemExit as end:
    st.text(f"status {end.code}")

# shows
#   tempo 90
#   status 2
