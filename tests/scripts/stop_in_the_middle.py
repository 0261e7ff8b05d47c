"""`st.stop` ends the run, also in a function, a `with` and a `try` with `except Exception`."""

import streamlit as st


def ask() -> str:
    name = st.text_input("Name")
    with st.container():
        try:
            if not name:
                st.text("who?")
                st.stop()
        except Exception:
            st.text("never")
        finally:
            st.text("finally")
    return name


st.text(f"Hello, {ask()}")

# shows
#   Name: ''
#   who?
#   finally
# enter Name: 'Ada'
# shows
#   Name: 'Ada'
#   finally
#   Hello, Ada
