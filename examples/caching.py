"""What is slow is made once: data for everyone, a connection for the process."""

import sqlite3
import time

import ostinato as st


@st.cache_resource(on_release=lambda connection: connection.close())
def connect() -> sqlite3.Connection:
    connection = sqlite3.connect(":memory:", check_same_thread=False)
    connection.execute("create table sale (city, amount)")
    sales = [("Oslo", 3), ("Lima", 5), ("Oslo", 4)]
    connection.executemany("insert into sale values (?, ?)", sales)
    return connection


@st.cache_data(ttl="10m", show_spinner="Asking the database ...")
def total(city: str) -> int:
    time.sleep(1)
    found = connect().execute("select sum(amount) from sale where city = ?", [city])
    return int(found.fetchone()[0])


city = st.selectbox("City", ["Oslo", "Lima"])
st.write(f"Sold in {city}: {total(city)}")
if st.button("Ask again"):
    total.clear(city)
    st.rerun()
