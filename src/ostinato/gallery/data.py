"""Data: numbers, tables and files."""

import ostinato as st


def metric() -> None:
    """Numbers that matter."""
    temperature, wind = st.columns(2)
    temperature.metric("Temperature", "21 °C", "1.5 °C", chart_data=[18, 19, 19.5, 21], border=True)
    wind.metric("Wind", 9, -8, "inverse", format="%d km/h", delta_description="since noon")
    st.metric("Tickets", 1234567, 0, format="compact", chart_data=[3, 5, 2, 6], chart_type="bar")


def table() -> None:
    """Rows and columns, as they are."""
    st.table(
        {
            "Instrument": ["**Flute**", "Oboe"],
            "Players": [3, 2],
            "State": [":green[ready]", "late"],
        },
        border="horizontal",
    )
    st.table({":material/person: Conductor": "Ada", "Hall": ":blue-badge[Large]"}, width="content")


def download() -> None:
    """Files to take home."""
    st.download_button("Programme", "Ravel: Boléro", "programme.txt", icon=":material/download:")

    def score() -> bytes:
        return b"C E G\n" * 10_000

    st.download_button("Score", score, "score.txt", on_click="ignore", type="primary")


EXAMPLES = [metric, table, download]
