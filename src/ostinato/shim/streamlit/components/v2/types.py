"""What those who annotate components of the second kind import."""

from ostinato.components.v2 import ComponentRenderer as ComponentRenderer
from ostinato.components.v2 import ComponentResult as ComponentResult
