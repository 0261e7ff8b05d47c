"""Session state does what mappings do."""

import streamlit as st

state = st.session_state
state.update(a=1, b=2)
state.update({"c": 3})
state.setdefault("a", 9)
st.text(dict(state))
st.text((state.pop("b"), state.pop("none", "default"), state.get("b")))
st.text(sorted(state.items()))
for key in list(state.keys()):
    del state[key]
st.text(len(state))
try:
    state.gone
except AttributeError as error:
    st.text("gone" in str(error))

# shows
#   {'a': 1, 'b': 2, 'c': 3}
#   (2, 'default', None)
#   [('a', 1), ('c', 3)]
#   0
#   True
