"""Components that other people make, of the first kind: placeholders stand for them."""

from ostinato.components import members_of

__getattr__ = members_of("components.v1")
