# Example: st.navigation: sections, icons and titles
# Do: follow Manage your account
# Do: follow Try it out
import streamlit as st


def page(name):
    def draw():
        st.header(name)

    draw.__name__ = name
    return draw


pages = {
    "Your account": [
        st.Page(page("create"), title="Create your account", icon=":material/add:"),
        st.Page(page("manage"), title="Manage your account"),
    ],
    "Resources": [
        st.Page(page("learn"), title="Learn about us"),
        st.Page(page("trial"), title="Try it out", url_path="try"),
    ],
}
st.navigation(pages).run()
