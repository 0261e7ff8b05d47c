"""What the script defines can be pickled and unpickled in a thread that it starts."""

import pickle
import threading
from dataclasses import dataclass

import streamlit as st


@dataclass
class Point:
    x: int
    y: int


def distance(point: Point) -> float:
    return (point.x**2 + point.y**2) ** 0.5


found = []


def copy() -> None:
    function, point = pickle.loads(pickle.dumps((distance, Point(3, 4))))
    found.append((function is distance, isinstance(point, Point), function(point)))


thread = threading.Thread(target=copy)
thread.start()
thread.join()
st.text(found)

# shows
#   [(True, True, 5.0)]
