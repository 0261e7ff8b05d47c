"""Components that other people make, of the first kind."""

from ostinato.compat import lack
from ostinato.components.v1 import CustomComponent as CustomComponent
from ostinato.components.v1 import declare_component as declare_component
from ostinato.components.v1 import html as html
from ostinato.components.v1 import iframe as iframe

__all__ = ["declare_component", "html", "iframe"]

__getattr__ = lack(__name__)
