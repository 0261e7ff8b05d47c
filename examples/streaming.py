"""Text that appears word by word: `write` takes a generator."""

import time
from collections.abc import Iterator

import ostinato as st

POEM = "Over and over the figure returns, and each return is new."


def words() -> Iterator[str]:
    for word in POEM.split():
        yield f"{word} "
        time.sleep(st.session_state.pause)


st.number_input("Seconds per word", 0.0, 1.0, 0.1, key="pause")
st.write(words())
st.button("Again")
