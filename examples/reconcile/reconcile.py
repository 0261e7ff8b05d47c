"""Reconcile a bank statement with a ledger: upload, compare, decide, download."""

import csv

import matching
import streamlit as st
from matching import BANK, LEDGER, OPEN, WHOLE_ROW, Decision, Question, Row
from streamlit.typing import UploadedFile

ANSWERS = [OPEN, BANK, LEDGER]

st.set_page_config(page_title="Reconcile", page_icon=":material/balance:", layout="wide")
decisions = st.session_state.setdefault("decisions", {})


@st.cache_data(show_spinner=False)
def read(file: UploadedFile) -> list[Row]:
    """Read a file once, however often this script runs."""
    return matching.read(file.getvalue())


def upload(label: str) -> list[Row]:
    """Ask for a file, and return its rows; none if there are none yet."""
    file = st.file_uploader(label, "csv")
    try:
        return read(file) if file else []
    except (ValueError, csv.Error) as error:
        st.error(f"{file.name} cannot be read: {error}")
        return []


def take_rest(side: str, questions: list[Question]) -> None:
    """Decide all that is still open: in a callback, before anything is drawn."""
    for question in questions:
        if decisions[question].is_open:
            decisions[question] = decisions[question]._replace(take=side)


st.title("Reconcile")
left, right = st.columns(2)
with left:
    bank_rows = upload("Bank statement")
with right:
    ledger_rows = upload("Ledger")
if not bank_rows or not ledger_rows:
    st.info("Upload both files to compare them. Two to try are beside this script.")
    st.stop()

shared = [name for name in bank_rows[0] if name in ledger_rows[0]]
if not shared:
    st.error("The two have no column in common.")
    st.stop()
key = st.selectbox("Find rows by", shared)
bank, ledger = matching.by_key(bank_rows, key), matching.by_key(ledger_rows, key)
questions = matching.compare(bank, ledger)
differing = {question.key for question in questions if question.column != WHOLE_ROW}

with st.container(horizontal=True):
    st.metric("Matched", len(bank.keys() & ledger.keys() - differing), border=True)
    st.metric("Differing", len(differing), border=True)
    st.metric("Only in the bank", len(bank.keys() - ledger.keys()), border=True)
    st.metric("Only in the ledger", len(ledger.keys() - bank.keys()), border=True)

st.subheader("Who is right?")
if not questions:
    st.success("The two agree.")
for question in questions:
    decisions.setdefault(question, Decision())
edited = st.data_editor(
    [question._asdict() | decisions[question]._asdict() for question in questions],
    column_config={
        "key": key,
        "column": "What differs",
        "bank": BANK,
        "ledger": LEDGER,
        "take": st.column_config.SelectboxColumn("Take", options=ANSWERS, required=True),
        "note": "Note",
    },
    column_order=["key", "column", "take", "bank", "ledger", "note"],  # in sight on a phone
    disabled=["key", "column", "bank", "ledger"],
    placeholder="none",
    alt="What the bank and the ledger do not agree on",
)
for question, row in zip(questions, edited, strict=True):
    decisions[question] = Decision(row["take"], row["note"] or "")

still_open = sum(decisions[question].is_open for question in questions)
with st.container(horizontal=True):
    for side in (BANK, LEDGER):
        name = f"Take the rest from the {side.lower()}"
        st.button(name, on_click=take_rest, args=(side, questions), disabled=not still_open)

st.subheader("Result")
result = matching.reconcile(bank, ledger, decisions)
st.caption(f"{len(result)} rows, {still_open} of {len(questions)} questions are open")
st.dataframe(result, hide_index=True)
st.download_button(
    "Download the result",
    matching.write(result).encode("utf-8-sig"),  # with a mark by which Excel knows UTF-8
    "reconciled.csv",
    "text/csv",
    type="primary",
    icon=":material/download:",
)
