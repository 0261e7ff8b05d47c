"""A process of its own answers through a queue."""

import multiprocessing

import streamlit as st

context = multiprocessing.get_context("fork")


def count(words: list[str], answers) -> None:
    for word in words:
        answers.put((word, len(word)))


answers = context.Queue()
process = context.Process(target=count, args=(["ostinato", "phrase"], answers))
process.start()
for _ in range(2):
    st.text(answers.get(timeout=30))
process.join()
st.text(f"status {process.exitcode}")

# shows
#   ('ostinato', 8)
#   ('phrase', 6)
#   status 0
