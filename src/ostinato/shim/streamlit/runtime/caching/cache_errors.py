"""The errors of caches."""

from ostinato.errors import CachedWidgetWarning as CachedWidgetWarning
from ostinato.errors import CacheReplayClosureError as CacheReplayClosureError
from ostinato.errors import UnhashableParamError as UnhashableParamError
from ostinato.errors import UnserializableReturnValueError as UnserializableReturnValueError
