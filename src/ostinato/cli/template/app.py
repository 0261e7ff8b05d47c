"""Expenses: what was spent, on what, and what it adds up to."""

import ostinato as st

KINDS = ["Food", "Home", "Travel", "Other"]
FIRST = [
    {"what": "Coffee", "kind": "Food", "amount": 3.2},
    {"what": "Train to Oslo", "kind": "Travel", "amount": 49.0},
    {"what": "Lamp", "kind": "Home", "amount": 35.5},
]

state = st.session_state

# What has to last stands in the state: it is there after a click, a refresh and a restart.
state.setdefault("expenses", FIRST.copy())


def add() -> None:
    """Take what was entered into the list. A callback runs before the script does."""
    state.is_incomplete = not state.what.strip() or not state.amount
    if not state.is_incomplete:
        entry = {"what": state.what.strip(), "kind": state.kind, "amount": state.amount}
        state.expenses.append(entry)
        state.what, state.amount = "", None


def clear() -> None:
    """Begin with an empty list."""
    state.expenses = []


st.set_page_config(page_title="Expenses", page_icon=":material/receipt_long:")
st.title("Expenses")

# What is entered in a form is sent together, by its button.
with st.form("new"):
    st.text_input("What was it for?", key="what", max_chars=60)
    left, right = st.columns(2)
    left.selectbox("Kind", KINDS, key="kind")
    right.number_input("Amount", min_value=0.0, value=None, step=1.0, format="%.2f", key="amount")
    st.form_submit_button("Add", type="primary", on_click=add)

if state.get("is_incomplete"):
    st.error("Say what it was for, and an amount above 0.")

expenses = state.expenses
if not expenses:
    st.info("Nothing was spent yet. Add something above.")
    st.stop()

st.metric("Total", f"{sum(each['amount'] for each in expenses):,.2f}")

totals: dict[str, float] = {}
for each in expenses:
    totals[each["kind"]] = totals.get(each["kind"], 0) + each["amount"]
st.bar_chart(
    {"Kind": list(totals), "Amount": list(totals.values())},
    x="Kind",
    y="Amount",
    alt="Amount spent on each kind",
)

st.dataframe(
    expenses,
    hide_index=True,
    column_config={
        "what": "For",
        "kind": "Kind",
        "amount": st.column_config.NumberColumn("Amount", format="%.2f"),
    },
)
st.button("Clear all", on_click=clear)
