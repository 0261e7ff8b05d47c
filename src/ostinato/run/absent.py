"""Absent: public names of Streamlit that do not exist here yet, so that errors can say so."""

_NAMES = (
    "Page altair_chart area_chart audio audio_input badge balloons bar_chart bottom cache_data"
    " cache_resource camera_input chat_input chat_message color_picker column_config components"
    " connection data_editor dataframe date_input datetime_input dialog download_button"
    " echarts_chart echo expander feedback file_uploader form form_submit_button fragment"
    " get_option graphviz_chart grid html iframe image latex line_chart link_button login logo"
    " logout map menu_button mermaid_chart metric multiselect navigation page_link pagination pdf"
    " pills plotly_chart popover progress pydeck_chart pyplot query_params radio scatter_chart"
    " secrets segmented_control select_slider set_option set_page_config skeleton snow space"
    " spinner status switch_page table tabs text_area time_input toast toggle user"
    " vega_lite_chart video write_stream"
)
NOT_YET = frozenset(_NAMES.split())


def not_yet(name: str) -> str:
    """Say that a name of Streamlit does not exist here yet."""
    return f"st.{name} is not available in Ostinato yet"
