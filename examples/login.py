"""A page for those who are logged in: see docs/guide/login.md for what the secrets have to say."""

import ostinato as st

st.title("Notes")

if not st.user.get("is_logged_in"):
    st.write("Your notes are yours alone. Please log in first.")
    st.button("Log in", on_click=st.login, type="primary")
    st.stop()

with st.sidebar:
    st.write("Hello,", st.user.get("name") or st.user.get("email") or st.user.sub)
    st.button("Log out", on_click=st.logout)

notes = st.session_state.setdefault("notes", [])
if note := st.chat_input("A note"):
    notes.append(note)
for note in notes:
    st.markdown(note)
if not notes:
    st.caption("There are no notes yet.")
