"""The threads of an executor know the script as well, from the first run to the last."""

import pickle
from concurrent.futures import ThreadPoolExecutor

import streamlit as st


def shout(word: str) -> str:
    return word.upper()


if "threads" not in st.session_state:
    st.session_state.threads = ThreadPoolExecutor(1)
word = st.text_input("Word", "la")
st.text(st.session_state.threads.submit(lambda: pickle.loads(pickle.dumps(shout))(word)).result())

# shows
#   Word: 'la'
#   LA
# enter Word: 'mi'
# shows
#   Word: 'mi'
#   MI
