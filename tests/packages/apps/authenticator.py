import streamlit as st
import streamlit_authenticator as stauth

if "users" not in st.session_state:
    password = stauth.Hasher.hash("secret")
    st.session_state.users = {
        "usernames": {
            "ada": {"email": "a@b.c", "first_name": "Ada", "last_name": "L", "password": password}
        }
    }
login = stauth.Authenticate(
    st.session_state.users, "tried_login", "a key of thirty-two characters or more", 30
)
login.login()
if st.session_state.get("authentication_status"):
    login.logout()
    st.text(f"welcome {st.session_state['name']}")
elif st.session_state.get("authentication_status") is False:
    st.text("refused")
else:
    st.text("nobody")
