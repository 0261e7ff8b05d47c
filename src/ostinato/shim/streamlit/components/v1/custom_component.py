"""What `declare_component` gives, and its error."""

from ostinato.components.v1 import CustomComponent as CustomComponent
from ostinato.errors import MarshallComponentException as MarshallComponentException
