"""Definitions: the classes and functions of a script, stored beside the values that need them.

A value refers to a definition by the digest of its content. The reference also has the name, if the
name led to that content in the script; then whoever reads it gets what the script defines under
the name by now: the very same, or what it has become in another version of the script. Else, or as
long as the script has not come to it, it is made from its stored content.
"""

import functools
import logging
import weakref
from collections.abc import Callable, Mapping
from types import BuiltinFunctionType, CodeType, FunctionType, ModuleType
from typing import Any

from ostinato.state import forms
from ostinato.state.content import ATOMS, Content, code_digest
from ostinato.state.likeness import Unlike, likeness
from ostinato.state.pickled import Pickled, header_of
from ostinato.state.picklers import namesake, pickler, reduce_by_name, reduce_by_value
from ostinato.state.script_names import ScriptNames, find_name
from ostinato.state.shelf import DEFINITION
from ostinato.state.unpickler import Unpickler
from ostinato.values.codec import SCALARS

logger = logging.getLogger("ostinato")

NAMES = DEFINITION + "names"
"""The entry of what global names meant that functions of the script mention."""

LONGEST_TEXT = 1_000
LARGEST_MEANING = 100_000
"""Bytes that a function or class may take which is only mentioned."""

SPARE = 32
"""How much may be known of definitions that nobody has, before it is forgotten."""

FIRST_VERSION = "0"
NAMEABLE = (type, FunctionType, BuiltinFunctionType, ModuleType)

Open = Callable[[str], memoryview]


class Definitions:
    """What one session has of its script.

    Args:
        limit: How many bytes one definition may take.
        open: Returns the content of an entry that the store has, if it verifies.
    """

    def __init__(self, limit: int, open: Open) -> None:
        self.script: CodeType | None = None
        self.names = ScriptNames(self._earlier)
        self.stored: set[str] = set()
        self.fresh: dict[str, Pickled] = {}
        self._limit = limit
        self._open = open
        self._under_way: set[str] = set()
        self._making: set[str] = set()
        self._made: dict[str, Any] = {}
        self._versions: dict[str, str] = {}
        self._digests: dict[int, tuple[weakref.ref[Any], str, tuple[object, ...]]] = {}
        self._likenesses: dict[tuple[Any, ...], str] = {}
        self._room = SPARE
        self._now: dict[int, tuple[object, str]] = {}
        self._meanings: dict[str, Any] | None = None
        self._mentioned: set[str] = set()
        self._told = ""

    def successor(self) -> "Definitions":
        """Return one that knows the same, for when a thread goes on using this one for ever."""
        other = Definitions(self._limit, self._open)
        other.script = self.script
        other.stored, other.fresh = self.stored.copy(), self.fresh.copy()
        other._versions = self._versions.copy()
        # What it is making it never ends.
        other._made = {digest: self._made[digest] for digest in self._made.keys() - self._making}
        return other

    # To bytes.

    def refer(self, thing: Any, pickled: Pickled) -> tuple[Any, ...]:
        """Reduce a class or function of the script to a reference to its definition."""
        try:
            digest = self._digest(thing)
            self._define(DEFINITION + digest, thing)
        except MemoryError:
            raise
        except Exception:
            # What cannot be stored by its content can still be found by its name.
            by_name: Any = self._refer_by_name(thing)
            if by_name is not NotImplemented:
                return by_name  # type: ignore[no-any-return]
            if isinstance(thing, FunctionType):
                return reduce_by_value(thing, pickled)
            raise
        pickled.refs |= {DEFINITION + digest}
        name = thing.__qualname__
        return forms.DEFINITION, (digest, name, self._version_of(thing, digest, name))

    def _refer_by_name(self, thing: Any) -> Any:
        if namesake(thing) is thing:
            return forms.NAMED, (thing.__module__, thing.__qualname__)
        return reduce_by_name(thing)

    def _define(self, name: str, thing: Any) -> None:
        if name in self.stored or name in self.fresh or name in self._under_way:
            return
        pickled = Pickled(thing.__qualname__, self._limit, uses_cloudpickle=True, root=thing)
        try:
            self._under_way.add(name)
            pickler(pickled, self).dump(thing)
        finally:
            self._under_way.discard(name)
        # Whatever is here is whole, also if somebody did not wait for the end.
        self.fresh[name] = pickled

    def _digest(self, thing: Any) -> str:
        """Return the digest of what a class or function is at this moment."""
        known = self._digests.get(id(thing))
        if known is not None and known[0]() is thing and known[2] == _parts(thing):
            return known[1]
        now = self._now.get(id(thing))
        if now is not None:
            return now[1]
        like: tuple[Any, ...] | None
        try:
            like = likeness(thing)
            digest = self._likenesses.get(like)
        except (Unlike, TypeError):
            like, digest = None, None
        if digest is None:
            content = Content(thing)
            digest = content.digest
            if not content.is_fixed:
                self._now[id(thing)] = thing, digest
                return digest
            if like is not None:
                self._likenesses[like] = digest
        forget = functools.partial(_forget, self._digests, id(thing))
        self._digests[id(thing)] = weakref.ref(thing, forget), digest, _parts(thing)
        return digest

    def _version_of(self, thing: Any, digest: str, name: str) -> str:
        """Return the version of the script in which the name led to this content, if one did."""
        found = find_name(name)
        if found is thing:
            self._versions[digest] = self.version
        elif digest not in self._versions:
            is_alike = _is_alike(found, thing) and self._digest(found) == digest
            self._versions[digest] = self.version if is_alike else ""
        return self._versions[digest]

    @property
    def version(self) -> str:
        """What tells the code of the script from that of its other versions."""
        return FIRST_VERSION if self.script is None else code_digest(self.script)

    def settle(self) -> None:
        """Forget what may have changed by the next run."""
        self._now.clear()
        if len(self._likenesses) + len(self._versions) > self._room:
            self._forget_unused()

    def _forget_unused(self) -> None:
        """Forget what is known of definitions that are not stored: each run may make new ones."""
        used = {name.removeprefix(DEFINITION) for name in self.stored | self.fresh.keys()}
        # Whoever looks at a value meanwhile may add to them.
        likenesses, versions = list(self._likenesses.items()), list(self._versions.items())
        last = {digest: like for like, digest in likenesses if digest in used}
        self._likenesses = {like: digest for digest, like in last.items()}
        self._versions = {digest: version for digest, version in versions if digest in used}
        self._room = 2 * (len(self._likenesses) + len(self._versions)) + SPARE

    # From bytes.

    def read(self, payload: memoryview) -> Any:
        """Return the value of bytes; it raises whatever reading a pickle may raise."""
        try:
            return Unpickler(payload, self, prefers_present=True).load()
        except Exception:
            if not header_of(payload).refs:
                raise
        # What the script defines now does not fit: then as it was when it was stored.
        return Unpickler(payload, self, prefers_present=False).load()

    def find(self, digest: str, name: str, version: str, *, prefers_present: bool) -> Any:
        """Return a class or function of the script, of this run or as it was stored."""
        if version and prefers_present:
            found = find_name(name)
            if isinstance(found, type if digest[0] == "c" else FunctionType) and (
                version != self.version or self._digest(found) == digest
            ):
                return found
        self._versions.setdefault(digest, version)
        if digest not in self._made:
            self._make(digest, prefers_present=prefers_present)
        return self._made[digest]

    def _make(self, digest: str, *, prefers_present: bool) -> None:
        payload = self._payload(DEFINITION + digest)
        try:
            self._making.add(digest)
            made = Unpickler(payload, self, digest=digest, prefers_present=prefers_present).load()
        except BaseException:
            self._made.pop(digest, None)
            raise
        finally:
            self._making.discard(digest)
        self._made.setdefault(digest, made)

    def begin_class(self, digest: str, make: Callable[[], type]) -> type:
        """Make a class without its content, unless that was done: it may refer to itself."""
        if digest not in self._made:
            self._made[digest] = make()
        made: type = self._made[digest]
        return made

    def _payload(self, name: str) -> memoryview:
        pickled = self.fresh.get(name)
        if pickled is not None:
            return memoryview(b"".join(pickled.parts()))
        if name not in self.stored:
            raise LookupError("what it is an instance of was not stored")
        return self._open(name)

    # What global names meant.

    def _earlier(self) -> Mapping[str, Any]:
        if self._meanings is None:
            self._meanings = {}
            try:
                if NAMES in self.stored:
                    self._meanings = self.read(self._open(NAMES))
            except MemoryError:
                raise
            except Exception:
                logger.exception("state: what global names meant cannot be read")
        return self._meanings

    def name_meanings(self, mentioned: set[str]) -> Pickled | None:
        """Return what the global names mean that functions mention; None if that is known.

        Values are not: a table or a lock must neither be dragged in nor be in the way.
        """
        if mentioned <= self._mentioned and self._told == self.version:
            return None
        meanings = dict(self._earlier())
        for name in sorted(mentioned):
            found = find_name(name)
            if found is not None and self._is_storable(found):
                meanings[name] = found
        self._mentioned, self._told = self._mentioned | mentioned, self.version
        pickled = Pickled("names", self._limit, uses_cloudpickle=True)
        try:
            pickler(pickled, self).dump(meanings)
        except MemoryError:
            raise
        except Exception:
            logger.exception("state: what global names mean cannot be stored")
            return None
        return pickled

    def _is_storable(self, thing: Any) -> bool:
        if type(thing) in SCALARS:
            return not isinstance(thing, str) or len(thing) <= LONGEST_TEXT
        if not isinstance(thing, NAMEABLE):
            return False
        pickled = Pickled("", min(LARGEST_MEANING, self._limit), uses_cloudpickle=True)
        try:
            pickler(pickled, self).dump(thing)
        except MemoryError:
            raise
        except Exception:  # noqa: BLE001  (whatever it is, the name stays without a meaning)
            return False
        return pickled.size <= LARGEST_MEANING


def _is_alike(found: Any, thing: Any) -> bool:
    return isinstance(found, type if isinstance(thing, type) else FunctionType)


def _parts(thing: Any) -> tuple[object, ...]:
    """Return what tells whether a class or function still holds the same objects.

    The objects themselves would keep alive all that their functions find among global names.
    """
    held: tuple[object, ...]
    if isinstance(thing, type):
        held = *thing.__bases__, *vars(thing).values()
    else:
        held = thing.__code__, thing.__defaults__, thing.__kwdefaults__
    return tuple((each, type(each)) if type(each) in ATOMS else id(each) for each in held)


def _forget(digests: dict[int, Any], id: int, _: object) -> None:
    digests.pop(id, None)
