"""Help: what an object is, from its signature and docstring."""

import msgspec

from ostinato.wire.props import Props, Width


class Member(msgspec.Struct, frozen=True, omit_defaults=True):
    """One public member of the object."""

    name: str
    type: str
    doc: str | None = None


class Help(Props, frozen=True):
    """The wire form of `help`: `value` is the object's short form, a signature or a repr."""

    name: str | None
    type: str
    value: str | None = None
    doc: str | None = None
    members: list[Member] = []
    width: Width = "stretch"
