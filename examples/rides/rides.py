"""Ten charts of a million rides: press a bar, and the other nine follow.

ostinato run examples/rides/rides.py
"""

import datetime

import counting
import streamlit as st

START = datetime.date(2025, 1, 1)
DAYS = [START + datetime.timedelta(days=day) for day in range(counting.DAYS)]
ROUND = ("Weather", "Rider", "Bicycle")
ACROSS = ("District", "Kilometres")
HEIGHT = 240


@st.cache_resource
def all_rides() -> counting.Rides:
    """Return the rides; all visitors see the same."""
    return counting.invent()


@st.cache_data(max_entries=1000)
def counted(chosen: dict[str, list[int]]) -> counting.Counts:
    """Count what fits, once for all who choose the same."""
    return counting.count(all_rides(), {name: frozenset(each) for name, each in chosen.items()})


def chosen_in(question: str) -> list[int]:
    """Return the numbers of the answers that are chosen in the chart of a question."""
    state = st.session_state.get(question)
    groups = state["selection"]["selected"] if state else []
    return sorted(index for group in groups for index in group["data_indices"])


def chart_of(question: str, counts: list[int]) -> dict:
    """Return what ECharts is to draw for a question."""
    names = counting.ANSWERS[question]
    picked = {"selectedMode": "multiple", "select": {"itemStyle": {"borderWidth": 2}}}
    if question in ROUND:
        slices = [{"name": name, "value": n} for name, n in zip(names, counts, strict=True)]
        return {
            "tooltip": {},
            "series": [{"type": "pie", "radius": "62%", "data": slices, **picked}],
        }
    categories = {"type": "category", "data": names}
    across = question in ACROSS
    return {
        "tooltip": {},
        "grid": {"left": 8, "right": 16, "top": 8, "bottom": 8, "containLabel": True},
        "xAxis": {} if across else categories,
        "yAxis": {**categories, "inverse": True} if across else {},
        "series": [{"type": "bar", "name": "Rides", "data": counts, **picked}],
    }


def forget() -> None:
    """Choose nothing any more."""
    for question in counting.ANSWERS:
        del st.session_state[question]


st.set_page_config("Rides", ":material/pedal_bike:", layout="wide")
st.title("A million rides")
chosen = {question: chosen_in(question) for question in counting.ANSWERS}
counts = counted(chosen)

total, share, minutes, clear = st.columns(4, vertical_alignment="bottom")
total.metric("Rides", f"{counts.total:,}")
share.metric("Of all", f"{counts.total / counting.RIDES:.1%}")
minutes.metric("Minutes on average", f"{counts.minutes:.1f}")
clear.button("Choose nothing", on_click=forget, disabled=not any(chosen.values()))

st.line_chart({"Day": DAYS, "Rides": counts.days}, x="Day", y="Rides", height=HEIGHT)
columns = st.columns(3)
for place, question in enumerate(counting.ANSWERS):
    with columns[place % 3]:
        names = [counting.ANSWERS[question][number] for number in chosen[question]]
        st.subheader(question)
        st.caption(", ".join(names) or "all")
        st.echarts_chart(
            chart_of(question, counts.answers[question]),
            height=HEIGHT,
            key=question,
            on_select="rerun",
            alt=f"Rides by {question.lower()}",
        )
