"""Pickling: any value as bytes, and what went wrong if it has none."""

import gc
import pickle
import sys
from collections.abc import Iterator
from itertools import chain
from types import FunctionType, ModuleType
from typing import Any

from ostinato.state.patience import TooLong
from ostinato.state.pickled import NO_FILES, NotNow, Pickled, TooLarge, Unstorable, first_line
from ostinato.state.picklers import PROTOCOL, Definer, pickler
from ostinato.state.references import Sizes, noted
from ostinato.values.codec import SCALARS

ATTEMPTS = 4
SAFE_LIMIT = 3_000
"""Up to this limit of recursion, Python itself ends a pickle that goes too deep."""

DEEPEST = 2_000
"""How deep objects may be nested where a script has raised the limit."""


def encode_scalar(value: object, limit: int) -> Pickled:
    """Encode a value of one of the types in `SCALARS`.

    Raises:
        TooLarge: If it takes more bytes than `limit`.
    """
    pickled = Pickled(type(value).__name__, limit)
    pickled.write(pickle.dumps(value, PROTOCOL))
    return pickled


def encode(
    value: object, *, type: str, limit: int, definer: Definer, uses_cloudpickle: bool
) -> Pickled:
    """Encode a value.

    Args:
        value: Any object.
        type: What people know it as.
        limit: How many bytes it may take.
        definer: Knows what the script defines.
        uses_cloudpickle: Whether to begin with cloudpickle, because plain pickle failed before.

    Raises:
        TooLarge: If it takes more bytes than `limit`.
        Unstorable: If it can never be done.
        NotNow: If it failed, but may work the next time.
        MemoryError: If there is not enough.
        TooLong: If somebody ended it.
    """
    try:
        pickled = _attempts(value, type, limit, definer, uses_cloudpickle=uses_cloudpickle)
    except (TooLarge, TooLong, MemoryError):
        raise
    except BaseException as error:  # noqa: BLE001  (a user's __reduce__ may raise anything)
        failure = Unstorable if _is_for_ever(error) else NotNow
        raise failure(f"a {type} cannot be stored: {first_line(error)}") from None
    if pickled.size > limit:
        raise TooLarge(pickled.size)
    return pickled


def _attempts(
    value: object, type: str, limit: int, definer: Definer, *, uses_cloudpickle: bool
) -> Pickled:
    if is_too_deep(value):
        raise pickle.PicklingError("it is nested too deep")
    for attempt in range(ATTEMPTS):
        try:
            return _encoded(value, Pickled(type, limit, uses_cloudpickle=uses_cloudpickle), definer)
        except (TooLarge, MemoryError):
            raise
        except Exception as error:
            # A thread that changes what is being pickled: it is likely to work at once.
            is_raced = isinstance(error, RuntimeError) and not isinstance(error, RecursionError)
            if is_raced and attempt < ATTEMPTS - 1:
                continue
            if uses_cloudpickle or is_raced:
                raise
            break
    # Whatever plain pickle failed at, cloudpickle may do.
    return _attempts(value, type, limit, definer, uses_cloudpickle=True)


def _encoded(value: object, pickled: Pickled, definer: Definer) -> Pickled:
    made = pickler(pickled, definer)
    files: Sizes = {}
    token = noted.set(files)
    try:
        made.dump(value)
    finally:
        noted.reset(token)
    pickled.files = files or NO_FILES
    pickled.pickler = made
    return pickled


def _is_for_ever(error: BaseException) -> bool:
    """Return whether an object has no form, as opposed to an error on the way."""
    if isinstance(error, pickle.PicklingError | RecursionError):
        return True
    kinds = TypeError, NotImplementedError, AttributeError, ValueError
    return isinstance(error, kinds) and "pickle" in first_line(error).lower()


def is_too_deep(value: object) -> bool:
    """Return whether going through an object could overflow the stack of the thread.

    Where a script has not raised the limit of recursion, Python sees to that. Pickle goes into an
    object where it meets it first, and so does this.
    """
    if sys.getrecursionlimit() <= SAFE_LIMIT or type(value) in SCALARS:
        return False
    seen = {id(value)}
    levels = [iter((value,))]
    while levels:
        if len(levels) > DEEPEST:
            return True
        for each in levels[-1]:
            if id(each) in seen and len(levels) > 1:
                continue
            seen.add(id(each))
            if isinstance(each, type | FunctionType | ModuleType) or not gc.is_tracked(each):
                continue
            levels.append(_contents(each))
            break
        else:
            levels.pop()
    return False


def _contents(thing: Any) -> Iterator[Any]:
    """Return what an object refers to, in the order in which pickle meets it."""
    if type(thing) in (list, tuple):
        return iter(tuple(thing))
    if type(thing) is dict:
        return chain.from_iterable(tuple(thing.items()))
    return iter(gc.get_referents(thing))
