# Example: st.dialog: a vote with a reason
# Do: click A
# Do: enter Because...: it is first
# Do: click Submit
import streamlit as st


@st.dialog("Cast your vote")
def vote(item):
    st.write(f"Why is {item} your favorite?")
    reason = st.text_input("Because...")
    if st.button("Submit"):
        st.session_state.vote = {"item": item, "reason": reason}
        st.rerun()


if "vote" not in st.session_state:
    st.write("Vote for your favorite")
    if st.button("A"):
        vote("A")
    if st.button("B"):
        vote("B")
else:
    st.write(f"You voted for {st.session_state.vote['item']}:")
    st.write(f"{st.session_state.vote['reason']}")
