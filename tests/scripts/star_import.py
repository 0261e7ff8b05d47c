"""All names at once; what the builtins call `help` is then ours, as with Streamlit."""

from streamlit import *

title("Star")
with sidebar:
    text("beside")
if checkbox("On", True):
    write("on", session_state)
text(help.__module__)

# shows
#   Star
#   On: True
#   on
#   {}
#   ostinato.widgets.help
#   beside
