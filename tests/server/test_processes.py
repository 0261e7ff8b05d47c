"""What a script finds in a real process that serves it (R09)."""

import signal
from functools import partial

import pytest

from server.conftest import Start
from server.visitor import Visitor

POOLS = """
import multiprocessing, pickle, threading
from concurrent.futures import ProcessPoolExecutor

def square(number):
    return number * number

def pools(how):
    context = multiprocessing.get_context(how)
    with context.Pool(1) as pool:
        yield pool.map(square, [2, 3])
    with ProcessPoolExecutor(1, mp_context=context) as executor:
        yield list(executor.map(square, [2, 3]))

if __name__ == "__main__":
    for how in ("fork", "spawn"):
        st.text(f"{how} {list(pools(how))}")
"""

PROGRAM = """
import subprocess, sys
program = "import streamlit as st; print(st.button.__module__, st.__version__)"
st.text(subprocess.run([sys.executable, "-c", program], capture_output=True, text=True).stdout)
"""

TWO = ("--workers", "2")


@pytest.mark.parametrize("flags", [(), TWO], ids=["alone", "workers"])
def test_r09_pools_compute_with_functions_of_the_script(
    start: Start, flags: tuple[str, ...]
) -> None:
    with Visitor(start(POOLS, *flags)) as visitor:
        both = [[4, 9], [4, 9]]
        visitor.until(lambda: visitor.texts == [f"fork {both}", f"spawn {both}"])


@pytest.mark.parametrize("flags", [(), TWO], ids=["alone", "workers"])
def test_r09_programs_find_streamlit(start: Start, flags: tuple[str, ...]) -> None:
    with Visitor(start(PROGRAM, *flags)) as visitor:
        visitor.until(lambda: visitor.texts == ["ostinato.widgets.button 1.67.0"])


def test_r09_the_script_decides_what_is_logged(start: Start) -> None:
    server = start("""
import logging
logging.basicConfig(level=logging.INFO)
logging.info("from the root")
logging.getLogger("orchestra").info("from another")
""")
    with Visitor(server):
        assert server.hear("from the root") == "INFO:root:from the root\n"
        assert server.hear("from another") == "INFO:orchestra:from another\n"


def has_25(visitor: Visitor) -> bool:
    return visitor.texts == ["25"]


def test_r09_a_pool_that_two_sessions_share_takes_the_functions_of_both(start: Start) -> None:
    server = start("""
import sys
import multiprocessing
from concurrent.futures import ProcessPoolExecutor

def square(number):
    return number * number

if not hasattr(sys, "shared_pool"):
    sys.shared_pool = ProcessPoolExecutor(1, mp_context=multiprocessing.get_context("fork"))
st.text(sys.shared_pool.submit(square, 5).result(timeout=15))
""")
    for _ in range(2):
        with Visitor(server) as visitor:
            visitor.until(partial(has_25, visitor))
    # A server that is killed leaves the processes of a pool behind, as Python does.
    server.send(signal.SIGTERM)
    assert server.wait() == 0
