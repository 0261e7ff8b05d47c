"""Column config: how the columns of `st.dataframe` and `st.data_editor` are shown.

Differs:
    column_config: What these functions return is an object that says what the script has said, and
        no dict to read or change. A dict is taken in its place all the same.

Example:
    >>> price = st.column_config.NumberColumn("Price", format="dollar", min_value=0)
    >>> table = st.dataframe({"price": [9.5, 20]}, column_config={"price": price})
"""

from ostinato.column_config.buttons import ButtonColumn as ButtonColumn
from ostinato.column_config.charts import AreaChartColumn as AreaChartColumn
from ostinato.column_config.charts import BarChartColumn as BarChartColumn
from ostinato.column_config.charts import LineChartColumn as LineChartColumn
from ostinato.column_config.charts import ProgressColumn as ProgressColumn
from ostinato.column_config.choices import CheckboxColumn as CheckboxColumn
from ostinato.column_config.choices import ListColumn as ListColumn
from ostinato.column_config.choices import MultiselectColumn as MultiselectColumn
from ostinato.column_config.choices import SelectboxColumn as SelectboxColumn
from ostinato.column_config.dates import DateColumn as DateColumn
from ostinato.column_config.dates import DatetimeColumn as DatetimeColumn
from ostinato.column_config.dates import TimeColumn as TimeColumn
from ostinato.column_config.media import AudioColumn as AudioColumn
from ostinato.column_config.media import ImageColumn as ImageColumn
from ostinato.column_config.media import VideoColumn as VideoColumn
from ostinato.column_config.numbers import NumberColumn as NumberColumn
from ostinato.column_config.texts import Column as Column
from ostinato.column_config.texts import JsonColumn as JsonColumn
from ostinato.column_config.texts import LinkColumn as LinkColumn
from ostinato.column_config.texts import MarkdownColumn as MarkdownColumn
from ostinato.column_config.texts import TextColumn as TextColumn

__all__ = [
    "AreaChartColumn",
    "AudioColumn",
    "BarChartColumn",
    "ButtonColumn",
    "CheckboxColumn",
    "Column",
    "DateColumn",
    "DatetimeColumn",
    "ImageColumn",
    "JsonColumn",
    "LineChartColumn",
    "LinkColumn",
    "ListColumn",
    "MarkdownColumn",
    "MultiselectColumn",
    "NumberColumn",
    "ProgressColumn",
    "SelectboxColumn",
    "TextColumn",
    "TimeColumn",
    "VideoColumn",
]
