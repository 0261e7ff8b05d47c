import enum
from dataclasses import dataclass, field


@dataclass
class Order:
    name: str
    items: list = field(default_factory=list)


class Color(enum.Enum):
    RED = "red"


def double(n):
    return 2 * n


def make_adder(n):
    return lambda x: double(x) + n
