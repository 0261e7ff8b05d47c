"""What the script asks of the process that serves it."""

import streamlit as st
from streamlit import runtime

st.text(f"{runtime.exists()} {st.runtime.exists()} {st.__version__}")
context = runtime.scriptrunner.get_script_run_ctx()
st.text(
    f"{len(context.session_id) > 8} {context.session_id == st.session_state.setdefault('id', context.session_id)}"
)
for ask in (lambda: runtime.get_instance().stats_mgr, lambda: context.cursors):
    try:
        ask()
    except Exception as error:
        st.text(error)
st.button("Again")

# shows
#   True True 1.67.0
#   True True
#   runtime.Runtime.stats_mgr is not available in Ostinato yet
#   ScriptRunContext.cursors is not available in Ostinato yet
# click Again
# shows
#   True True 1.67.0
#   True True
#   runtime.Runtime.stats_mgr is not available in Ostinato yet
#   ScriptRunContext.cursors is not available in Ostinato yet
