"""What caches of results are made of: their decorators and errors, and no more."""

from ostinato import cache_data as cache_data
from ostinato import cache_resource as cache_resource
from ostinato.compat import lack

__getattr__ = lack(__name__)
