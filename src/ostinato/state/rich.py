"""Rich: what cloudpickle knows of objects that plain pickle does not; loaded when it is needed."""

import functools
import io
from typing import Any

Reduction = tuple[Any, ...]


@functools.cache
def cloudpickle() -> Any:
    """Return the module."""
    import cloudpickle  # type: ignore[import-untyped]  # noqa: PLC0415  (few apps need it)

    return cloudpickle


def reduce_class(kind: type) -> Reduction:
    """Reduce a class to what makes it, without what differs from process to process."""
    pickler = cloudpickle().Pickler(io.BytesIO())
    reduction = pickler.reducer_override(kind)
    if not isinstance(reduction, tuple) or len(reduction) < 3:
        raise TypeError(f"cannot pickle the class {kind.__qualname__!r}")
    maker, args, *rest = reduction
    # The last but one identifies the class in this process.
    return maker, (*args[:-2], None, args[-1]), *rest


def reduce_cached_property(thing: "functools.cached_property[Any]") -> Reduction:
    """Reduce a cached property without its lock."""
    state = {name: value for name, value in vars(thing).items() if name not in ("func", "lock")}
    return functools.cached_property, (thing.func,), state


def reduce(thing: Any) -> Reduction | str:
    """Reduce any other object."""
    if type(thing) is functools.cached_property:
        return reduce_cached_property(thing)
    reducer = cloudpickle().Pickler.dispatch_table.get(type(thing))
    reduction: Reduction | str = thing.__reduce_ex__(4) if reducer is None else reducer(thing)
    return reduction
