"""A list of things to do: add, tick off, clear."""

import ostinato as st

state = st.session_state
state.setdefault("tasks", {})


def add() -> None:
    if task := state.new.strip():
        state.tasks.setdefault(task, False)
    state.new = ""


def clear() -> None:
    state.tasks = {task: is_done for task, is_done in state.tasks.items() if not is_done}


st.title("To do")
st.text_input("What is to be done?", key="new", on_change=add, placeholder="Then press Enter")

for task in state.tasks:
    state.tasks[task] = st.checkbox(task, key=f"task {task}")

done = sum(state.tasks.values())
if not state.tasks:
    st.info("Nothing to do: enjoy the day")
elif done == len(state.tasks):
    st.success("All is done")
else:
    st.caption(f"{done} of {len(state.tasks)} done")

st.button("Clear what is done", on_click=clear, disabled=not done)
