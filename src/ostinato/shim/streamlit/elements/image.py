"""Where packages from before Streamlit 1.41 find how pictures get their address."""

from ostinato.compat import lack
from streamlit.elements.lib.image_utils import AtomicImage as AtomicImage
from streamlit.elements.lib.image_utils import image_to_url as image_to_url

__getattr__ = lack(__name__)
