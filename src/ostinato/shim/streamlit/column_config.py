"""Column config: that of this package, where Streamlit has it."""

from ostinato.column_config import *  # noqa: F403
from ostinato.column_config import __all__ as __all__
