"""A database that every visitor writes to: needs SQLAlchemy and pandas."""

import tempfile
from pathlib import Path

from sqlalchemy import text

import ostinato as st

path = Path(tempfile.gettempdir(), "guests.db")
db = st.connection("guests", type="sql", url=f"sqlite:///{path}")

with db.session as session:
    session.execute(text("create table if not exists guests (name text)"))
    session.commit()

with st.form("sign", clear_on_submit=True):
    name = st.text_input("Your name")
    if st.form_submit_button("Sign the guest book") and name:
        with db.session as session:
            session.execute(text("insert into guests values (:name)"), {"name": name})
            session.commit()

with db.session as session:
    for guest in session.scalars(text("select name from guests")):
        st.write(guest)
