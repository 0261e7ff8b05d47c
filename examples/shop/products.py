"""What the shop sells: read once, and then by every visitor from the cache."""

import csv
import random
import time
from dataclasses import dataclass
from pathlib import Path

import streamlit as st

FILE = Path(__file__).with_name("products.csv")


@dataclass(frozen=True)
class Product:
    """One thing to buy, its price in cents."""

    name: str
    kind: str
    price: int
    text: str


@st.cache_data(ttl="10m", show_spinner="Looking at the shelves ...")
def products() -> list[Product]:
    """Read the list; as slow as a database that is far away."""
    time.sleep(1)
    with FILE.open(encoding="utf-8", newline="") as file:
        next(rows := csv.reader(file))  # the names of the columns
        return [Product(name, kind, int(price), text) for name, kind, price, text in rows]


def in_stock(name: str) -> int:
    """Ask how many there are just now: never from a cache."""
    return random.Random(f"{name} {int(time.time() / 5)}").randint(0, 20)


def euros(cents: int) -> str:
    """Write an amount as people read it."""
    return f"{cents / 100:,.2f} €"
