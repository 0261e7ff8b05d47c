# Example: st.navigation: widgets of the entrypoint keep their values over pages
# Do: enter Foo: C
# Do: enter Own: kept?
# Do: follow Page two
# Do: follow Page one
import streamlit as st


def one():
    st.text_input("Own", key="own")
    st.write("foo is", st.session_state.foo, "and own is", st.session_state.own)


def two():
    st.write("foo is", st.session_state.foo)
    st.write("own is there:", str("own" in st.session_state))


pg = st.navigation([st.Page(one, title="Page one"), st.Page(two, title="Page two")])
st.sidebar.text_input("Foo", "A", key="foo")
pg.run()
