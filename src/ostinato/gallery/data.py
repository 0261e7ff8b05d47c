"""Data: numbers and tables."""

import ostinato as st


def metric() -> None:
    """Numbers that matter."""
    temperature, wind = st.columns(2)
    temperature.metric("Temperature", "21 °C", "1.5 °C", chart_data=[18, 19, 19.5, 21], border=True)
    wind.metric("Wind", 9, -8, "inverse", format="%d km/h", delta_description="since noon")
    st.metric("Tickets", 1234567, 0, format="compact", chart_data=[3, 5, 2, 6], chart_type="bar")


EXAMPLES = [metric]
