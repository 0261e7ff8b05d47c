"""A program that the script starts finds `streamlit`, too, if the path says so."""

import os
import subprocess
import sys

import streamlit as st

program = "import streamlit as st; print(st.__version__, st.text_input('Name', 'Ada'))"
done = subprocess.run(
    [sys.executable, "-c", program],
    env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)},
    capture_output=True,
    text=True,
)
st.text(done.stdout.strip())

# shows
#   1.67.0 Ada
