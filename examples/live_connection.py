"""A value that cannot be stored: `st.rebuild` makes it again wherever the session goes on."""

import sqlite3

import ostinato as st

state = st.session_state
state.setdefault("sales", [("Oslo", 3), ("Lisbon", 5)])


@st.rebuild("db")
def load() -> sqlite3.Connection:
    # The runs of a session may come in different threads, one after another.
    db = sqlite3.connect(":memory:", check_same_thread=False)
    db.execute("create table sale (city text, amount int)")
    db.executemany("insert into sale values (?, ?)", state.sales)
    return db


def sell() -> None:
    sale = state.city, state.amount
    state.sales.append(sale)
    state.db.execute("insert into sale values (?, ?)", sale)


st.title("Sales")
st.selectbox("City", ["Oslo", "Lisbon", "Nairobi"], key="city")
st.number_input("Amount", 1, 9, key="amount")
st.button("Sell", on_click=sell)

for city, total in state.db.execute("select city, sum(amount) from sale group by city"):
    st.write(city, total)
