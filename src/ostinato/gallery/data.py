"""Data: numbers, tables and files."""

import ostinato as st


def metric() -> None:
    """Numbers that matter."""
    temperature, wind = st.columns(2)
    temperature.metric("Temperature", "21 °C", "1.5 °C", chart_data=[18, 19, 19.5, 21], border=True)
    wind.metric("Wind", 9, -8, "inverse", format="%d km/h", delta_description="since noon")
    st.metric("Tickets", 1234567, 0, format="compact", chart_data=[3, 5, 2, 6], chart_type="bar")


def dataframe() -> None:
    """A table to sort, search and select in."""
    event = st.dataframe(
        [
            {"piece": "Boléro", "sold": 0.8, "tickets": [12, 40, 80], "minutes": 15},
            {"piece": "Ma mère l'Oye", "sold": 0.31, "tickets": [5, 20, 31], "minutes": 28},
            {"piece": "La valse", "sold": 0.97, "tickets": [30, 52, 97], "minutes": 12},
        ],
        column_config={
            "piece": "Piece",
            "sold": st.column_config.ProgressColumn(
                "Sold", width=90, format="percent", color="auto"
            ),
            "tickets": st.column_config.LineChartColumn("Tickets", width=75, y_min=0, y_max=100),
            "minutes": st.column_config.NumberColumn("Length", format="%d min"),
        },
        key="pieces",
        on_select="rerun",
        alt="Pieces of the concert",
    )
    st.caption(f"Selected: {len(event.selection.rows)}")


def data_editor() -> None:
    """Rows to change, add and delete."""
    edited = st.data_editor(
        [
            {"instrument": "Flute", "players": 3, "ready": True},
            {"instrument": "Oboe", "players": 2, "ready": False},
        ],
        column_config={
            "instrument": st.column_config.TextColumn("Instrument", required=True),
            "players": st.column_config.NumberColumn("Players", min_value=1, max_value=20),
            "ready": st.column_config.CheckboxColumn("Ready", default=False),
        },
        num_rows="dynamic",
        key="orchestra",
        alt="The orchestra",
    )
    st.caption(f"Instruments: {len(edited)}")


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


EXAMPLES = [metric, dataframe, data_editor, table, download]
