"""Forms: what is sent together."""

import ostinato as st


def form() -> None:
    """Nothing runs until it is sent."""
    with st.form("booking"):
        name = st.text_input("Name")
        seats = st.number_input("Seats", 1, 8, 2)
        is_sent = st.form_submit_button("Book", type="primary")
    if is_sent:
        st.success(f"{seats} seats for {name or 'nobody'}")


def clearing() -> None:
    """A form that is empty again."""
    with st.form("wish", clear_on_submit=True):
        wish = st.text_input("What shall we play?")
        if st.form_submit_button("Ask for it") and wish:
            st.toast(f"Noted: {wish}")


EXAMPLES = [form, clearing]
