"""What is shown, containers and state, as mypy and pyright see them: a line for each promise.

Never run. A call that has to be refused ends in an ignore of each checker, and both say so if there
is nothing to ignore any more.
"""

from contextlib import AbstractContextManager
from typing import Any, assert_type

import ostinato as st
from ostinato.run.container import Container
from ostinato.widgets.status import StatusContainer
from ostinato.widgets.toast import ToastHandle

# What is shown returns its container or nothing.

assert_type(st.markdown("*Hello*"), Container)
assert_type(st.title("Hello"), Container)
assert_type(st.badge("New", color="green"), Container)
assert_type(st.progress(0.5).progress(60, "more"), Container)
assert_type(st.metric("Orders", 3, -1), Container)
assert_type(st.download_button("Save", "1,2"), bool)
assert_type(st.space("large"), Container)
assert_type(st.logo("https://x.org/a.png", size="large"), None)
assert_type(st.write("Hello", 1, [2]), None)
assert_type(st.toast("Saved").toast("Saved again"), ToastHandle)

# Containers.

assert_type(st.columns(2), list[Container])
assert_type(st.columns([1, 2])[0].button("Go"), bool)
assert_type(st.container(border=True), Container)
assert_type(st.empty(), Container)
assert_type(st.expander("More").open, bool | None)
assert_type(st.tabs(["One", "Two"])[0].checkbox("Agree"), bool)
assert_type(st.sidebar.checkbox("Agree"), bool)
assert_type(st.bottom.checkbox("Agree"), bool)
assert_type(st.grid(3).cell(column_span="all").checkbox("Agree"), bool)
assert_type(st.status("Load").update(label="Loaded", state="complete"), None)
assert_type(st.skeleton(height=200).text("there"), Container)

with st.sidebar.status("Load") as status:
    assert_type(status, StatusContainer)
with st.bottom, st.skeleton():
    pass
with st.sidebar, st.container() as box:
    assert_type(box, Container)
with st.sidebar.popover("More") as more:
    assert_type(more.open, bool | None)

with st.spinner("Counting ..."), st.sidebar.spinner("Counting ..."):
    pass

place: AbstractContextManager[Container] = st.container()

# State and control.

assert_type(st.session_state["count"], Any)
assert_type(st.session_state.count, Any)
st.session_state.count += 1
assert_type("count" in st.session_state, bool)


@st.rebuild("db")
def connect() -> list[int]:
    return []


assert_type(connect(), list[int])
