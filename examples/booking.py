"""A booking is made once, however often its click is applied: `event_id` is its key."""

import sqlite3
import tempfile
from contextlib import closing
from pathlib import Path

import ostinato as st

SEATS = 12
BOOKINGS = Path(tempfile.gettempdir(), "ostinato-bookings.db")


def bookings() -> sqlite3.Connection:
    db = sqlite3.connect(BOOKINGS)
    db.execute("create table if not exists booking (event text not null unique, name text)")
    return db


def book() -> None:
    if not st.session_state.name:
        st.warning("Please enter a name.")
        return
    # The server may die after this, and before the click is confirmed: then the click comes again.
    with closing(bookings()) as db, db:
        db.execute(
            "insert or ignore into booking select ?, ? where (select count(*) from booking) < ?",
            [st.context.event_id, st.session_state.name, SEATS],
        )


st.title("Book a seat")
st.text_input("Name", key="name")
st.button("Book", on_click=book)

with closing(bookings()) as db:
    names = [name for (name,) in db.execute("select name from booking order by rowid")]
st.caption(f"{len(names)} of {SEATS} seats are taken")
for name in names:
    st.write(name)
