"""A small dashboard: choices in the sidebar, figures in columns, bars drawn with text."""

import ostinato as st

# Millimetres a month, made up.
RAIN = {
    "Bergen": [232, 179, 181, 124, 111, 122, 142, 178, 220, 253, 246, 259],
    "Lisbon": [100, 85, 53, 68, 54, 16, 4, 6, 33, 101, 128, 127],
    "Nairobi": [58, 50, 92, 206, 154, 43, 18, 24, 28, 55, 155, 101],
}
MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]

with st.sidebar:
    st.header("Rain")
    city = st.selectbox("City", RAIN)
    first, last = st.slider("Months", 1, 12, (1, 12))
    in_inches = st.checkbox("In inches")

unit = "in" if in_inches else "mm"
rain = dict(zip(MONTHS, RAIN[city], strict=True))
shown = {month: rain[month] / (25.4 if in_inches else 1) for month in MONTHS[first - 1 : last]}
wettest, driest = max(shown, key=shown.__getitem__), min(shown, key=shown.__getitem__)

st.title(f"Rain in {city}")
total, most, least = st.columns(3, border=True)
total.caption("Total")
total.subheader(f"{sum(shown.values()):.0f} {unit}")
most.caption(f"Most, in {wettest}")
most.subheader(f"{shown[wettest]:.0f} {unit}")
least.caption(f"Least, in {driest}")
least.subheader(f"{shown[driest]:.0f} {unit}")

bars = [f"{month}  {'█' * round(30 * shown[month] / shown[wettest])}" for month in shown]
st.code("\n".join(bars), language=None)
