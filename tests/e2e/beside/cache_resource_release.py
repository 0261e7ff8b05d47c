# Example: st.cache_resource: on_release is told of what is let go of
# Do: click Clear
import streamlit as st

released = st.session_state.setdefault("released", [])


def close(connection):
    st.session_state.released.append(connection["name"])


@st.cache_resource(on_release=close, show_spinner=False)
def connect(name):
    return {"name": name}


connect("a")
connect("b")
if st.button("Clear"):
    connect.clear()
st.write("released", ", ".join(sorted(released)) or "none")
