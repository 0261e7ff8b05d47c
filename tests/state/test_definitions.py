"""What a script defines itself is stored by its content, once, beside the values (S13)."""

import gc
import subprocess
import sys
import threading
import weakref
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from memory import Memory
from ostinato.errors import UnreadableSessionStateError
from ostinato.run.script import compile_script
from ostinato.state import picklers, unpickler


class Session:
    """A session that processes hand on to each other, and the script it runs."""

    def __init__(self) -> None:
        self.memory = Memory()
        self.names: dict[str, Any] = {}

    def run(self, source: str) -> dict[str, Any]:
        """Run a script from the top, as a process does for each event."""
        main = ModuleType("__main__")
        main.__dict__["state"] = self.memory.state
        sys.modules["__main__"] = main
        code = compile_script(source, "script.py", magic=False)
        self.memory.encoder.begin(code)
        exec(code, vars(main))
        self.memory.end_run()
        assert self.memory.encoder.is_complete
        self.names = vars(main)
        return self.names

    def move(self) -> None:
        """Go on in another process: nothing is there but what is stored."""
        self.memory = Memory(self.memory.stored)
        self.names = {}
        sys.modules["__main__"] = ModuleType("__main__")

    @property
    def definitions(self) -> set[str]:
        return {name for name in self.memory.stored if name[0] == "d" and name != "dnames"}


@pytest.fixture(autouse=True)
def real_main() -> Iterator[None]:
    main = sys.modules["__main__"]
    yield
    sys.modules["__main__"] = main


@pytest.fixture
def session() -> Session:
    return Session()


# Each defines something, puts it into the state, and says what must hold of it ever after.
TABLE = {
    "class": ("class C:\n  def go(self): return 7", "C()", "it.go() == 7"),
    "attributes": ("class C:\n  pass", "vars(c := C()).update(a=[1]) or c", "it.a == [1]"),
    "dataclass": (
        "from dataclasses import dataclass, field, replace, fields, MISSING\n"
        "@dataclass\nclass C:\n  n: int\n  xs: list = field(default_factory=list)\n  t: str = 'x'",
        "C(1, [2])",
        "it == type(it)(1, [2]) and repr(it) == \"C(n=1, xs=[2], t='x')\""
        " and type(it)(5).xs == [] and [f.default for f in __import__('dataclasses').fields(it)][0]"
        " is __import__('dataclasses').MISSING",
    ),
    "frozen dataclass with slots": (
        "from dataclasses import dataclass\n"
        "@dataclass(frozen=True, slots=True, order=True)\nclass C:\n  n: int",
        "{C(1): 2}",
        "list(it) == [type(list(it)[0])(1)] and it[type(list(it)[0])(1)] == 2",
    ),
    "enum": (
        "import enum\nclass C(enum.Enum):\n  A = 1\n  B = 2\n  def say(self): return self.name",
        "[C.A, {C.B: 1}]",
        "it[0] is type(it[0]).A and it[0].say() == 'A' and it[1][type(it[0]).B] == 1",
    ),
    "flag": (
        "import enum\nclass C(enum.Flag):\n  A = 1\n  B = 2",
        "C.A | C.B",
        "it == type(it).A | type(it).B",
    ),
    "named tuple": (
        "from typing import NamedTuple\nclass C(NamedTuple):\n  a: int\n  b: int = 2",
        "C(1)",
        "it == (1, 2) and it._replace(a=5).a == 5",
    ),
    "namedtuple": (
        "from collections import namedtuple\nC = namedtuple('C', 'a b')",
        "C(1, 2)",
        "it.b == 2 and it._asdict() == {'a': 1, 'b': 2}",
    ),
    "slots": (
        "class C:\n  __slots__ = ('x', 'y')\n  def __init__(self): self.x = 3",
        "C()",
        "it.x == 3 and not hasattr(it, 'y')",
    ),
    "abstract": (
        "import abc\nclass B(abc.ABC):\n  @abc.abstractmethod\n  def go(self): ...\n"
        "class C(B):\n  def go(self): return super().__class__ and 4",
        "C()",
        "it.go() == 4 and type(it).__mro__[1].__name__ == 'B'",
    ),
    "generic": (
        "from typing import Generic, TypeVar\nT = TypeVar('T')\n"
        "class C(Generic[T]):\n  def __init__(self, x: T): self.x = x",
        "C[int](3)",
        "it.x == 3 and type(it)[str]",
    ),
    "pydantic": (
        "import pydantic\nclass C(pydantic.BaseModel):\n  a: int = 1\n  b: list[int] = []\n"
        "  @property\n  def total(self): return self.a + sum(self.b)",
        "C(a=2, b=[3])",
        "it.total == 5 and type(it)(a='7').a == 7",
    ),
    "nested": (
        "class A:\n  class B:\n    def __init__(self): self.x = 1\n  def make(self): return A.B()",
        "[A(), A.B()]",
        "type(it[1]).__qualname__ == 'A.B' and it[1].x == 1 and type(it[0]).B",
    ),
    "class with a list": (
        "class C:\n  made = []\n  def __init__(self): C.made.append(1)\nC.made.append(0)",
        "C()",
        "type(it).made[0] == 0",
    ),
    "properties": (
        "import functools\nclass C:\n  n = 2\n  @property\n  def p(self): return self.n\n"
        "  @staticmethod\n  def s(): return 3\n  @classmethod\n  def k(cls): return cls.n\n"
        "  @functools.cached_property\n  def q(self): return 5",
        "C()",
        "(it.p, it.s(), it.k(), it.q) == (2, 3, 2, 5)",
    ),
    "super": (
        "class B:\n  def __init__(self, x): self.x = x\n"
        "class C(B):\n  def __init__(self, x):\n    super().__init__(x)\n"
        "  def up(self): return super()",
        "C(4)",
        "it.x == 4 and it.up()",
    ),
    "two that refer to each other": (
        "class A:\n  pass\nclass B:\n  other = A\nA.other = B",
        "[A(), B()]",
        "type(it[0]).other is type(it[1]) and type(it[1]).other is type(it[0])",
    ),
    "a subclass that its base refers to": (
        "class A:\n  pass\nclass B(A):\n  pass\nA.child = B",
        "[B(), A()]",
        "type(it[1]).child is type(it[0]) and isinstance(it[0], type(it[1]))",
    ),
    "local class": (
        "def make(n):\n  class C:\n    def go(self): return n\n  return C",
        "[make(1)(), make(2)()]",
        "[each.go() for each in it] == [1, 2]",
    ),
    "function": ("def f(a, *, b=2): return a + b", "f", "it(1) == 3 and it(1, b=5) == 6"),
    "lambda": ("", "lambda x: x + 1", "it(1) == 2"),
    "recursive function": (
        "def f(n): return n and n + f(n - 1)",
        "f",
        "it(4) == 10",
    ),
    "recursive closure": (
        "def make():\n  def f(n): return n and n + f(n - 1)\n  return f",
        "make()",
        "it(4) == 10",
    ),
    "loop": (
        "fs = []\nfor i in range(3):\n  def f(x, i=i): return x + i\n  fs.append(f)",
        "fs",
        "[f(10) for f in it] == [10, 11, 12]",
    ),
    "loop of lambdas": (
        "fs = []\nfor i in range(3):\n  fs.append((lambda i: lambda: i)(i))",
        "fs",
        "[f() for f in it] == [0, 1, 2]",
    ),
    "redefined": (
        "def f(): return 1\nold = f\ndef f(): return 2",
        "[old, f]",
        "[f() for f in it] == [1, 2]",
    ),
    "redefined class": (
        "class C:\n  n = 1\nold = C()\nclass C:\n  n = 2",
        "[old, C()]",
        "[c.n for c in it] == [1, 2]",
    ),
    "wrapped": (
        "import functools\n"
        "def twice(f):\n  @functools.wraps(f)\n  def g(*a): return 2 * f(*a)\n  return g\n"
        "@twice\ndef h(x): return x + 1",
        "[h, h.__wrapped__]",
        "[f(1) for f in it] == [4, 2] and it[0].__wrapped__(1) == 2",
    ),
    "two closures of one cell": (
        "def make():\n  n = 0\n  def up():\n    nonlocal n\n    n += 1\n  def get(): return n\n"
        "  return up, get",
        "make()",
        "(lambda up, get: (up(), up(), get()))(*it)[2] > 1",
    ),
    "a closure of what is beside it": (
        "xs = [1]\ndef make(xs):\n  return lambda: xs.append(2)",
        "{'xs': xs, 'add': make(xs)}",
        "(it['add'](), it['xs'][-1])[1] == 2",
    ),
    "global function, module, name and value": (
        "import math\nfrom math import floor\nRATE = 2\ndef price(n): return math.ceil(n) * RATE\n"
        "class C:\n  def total(self): return price(1.5) + floor(2.5)",
        "C()",
        "it.total() == 6",
    ),
    "bound method": ("class C:\n  def go(self): return 9", "C().go", "it() == 9"),
    "partial": (
        "import functools\ndef f(a, b): return a - b",
        "functools.partial(f, 5)",
        "it(2) == 3",
    ),
    "metaclass": (
        "class M(type):\n  def hi(cls): return cls.__name__\nclass C(metaclass=M):\n  pass",
        "C()",
        "type(it).hi() == 'C'",
    ),
    "exception": ("class E(Exception):\n  pass", "E('a', 1)", "it.args == ('a', 1)"),
    "dict subclass": (
        "class D(dict):\n  def go(self): return 1",
        "D(a=2)",
        "it == {'a': 2} and it.go()",
    ),
    "annotated with itself": (
        "from dataclasses import dataclass\n@dataclass\nclass Node:\n"
        "  next: 'Node | None' = None\n  kids: list['Node'] | None = None",
        "Node(Node())",
        "type(it.next) is type(it)",
    ),
    "constants with sets": (
        "class C:\n  def has(self, x): return x in {'a', 'b', 'c', 'd'}",
        "C()",
        "it.has('a') and not it.has('z')",
    ),
}


@pytest.mark.parametrize("name", TABLE)
@pytest.mark.parametrize("when", ["above", "below", "gone", "changed"])
def test_s13_it_is_there_whatever_the_script_has_defined_by_then(
    session: Session, name: str, when: str
) -> None:
    source, make, check = TABLE[name]
    session.run(f"{source}\nif 'it' not in state: state['it'] = {make}")
    assert session.memory.encoder.new_problems() == []
    look = f"\nit = state['it']\nassert {check}\n"
    scripts = {
        "above": look + source,
        "below": source + look,
        "gone": look,
        "changed": "class Other:\n  pass\n" + look + source + look,
    }
    for _ in range(3):
        session.move()
        session.run(scripts[when])
        session.run(scripts[when])
        assert session.memory.encoder.new_problems() == []


def test_s13_state_that_is_looked_at_above_its_class_is_not_begun_anew(session: Session) -> None:
    script = """
state.setdefault("orders", [])
if "cart" not in state:
    state["cart"] = None
class Order:
    def __init__(self, n): self.n = n
state["orders"].append(Order(len(state["orders"])))
state["cart"] = Order(9)
"""
    for _ in range(3):
        session.run(script)
        session.move()
    assert [order.n for order in session.memory.state["orders"]] == [0, 1, 2]
    assert session.memory.state["cart"].n == 9


def test_s13_values_take_the_class_that_the_script_defines_now(session: Session) -> None:
    script = "class Order:\n  n = 1\n  def total(self): return {}\n"
    session.run(script.format("self.n") + "state['order'] = Order()")
    session.move()
    names = session.run(script.format("self.n + 10") + "order = state['order']")
    assert type(names["order"]) is names["Order"]
    assert names["order"].total() == 11


def test_s13_also_when_it_was_read_above_the_class_before(session: Session) -> None:
    script = "class Order:\n  n = 1\n  def total(self): return {}\n"
    session.run(script.format("self.n") + "state['order'] = Order()")
    session.move()
    session.run("state['order'].seen = 1\n" + script.format("self.n + 10"))
    session.move()
    names = session.run(script.format("self.n + 10") + "order = state['order']")
    assert type(names["order"]) is names["Order"]
    assert (names["order"].seen, names["order"].total()) == (1, 11)


def test_s13_a_class_that_does_not_fit_any_more_is_not_taken(session: Session) -> None:
    session.run("class P:\n  def __init__(self): self.x = 1\nstate['p'] = P()")
    session.move()
    names = session.run("class P:\n  __slots__ = ('y',)\np = state['p']")
    assert names["p"].x == 1
    session.move()
    names = session.run("P = 5\np = state['p']")
    assert names["p"].x == 1


def test_s13_a_name_that_means_another_thing_by_mode_is_not_confused(session: Session) -> None:
    script = """
if {mode}:
    def strategy(x): return x + 1
else:
    def strategy(x): return x * 10
state.setdefault("strategy", strategy)
state["mode"] = {mode}
now = state["strategy"](7)
"""
    both = script.replace("{mode}", "state.get('slow', True)")
    session.run(both)
    session.memory.state["slow"] = False
    session.memory.end_run()
    session.move()
    assert session.run(both)["now"] == 8


def test_s13_a_definition_is_stored_once_and_as_long_as_it_is_needed(session: Session) -> None:
    script = """
class C:
    def __init__(self, n): self.n = n
match state.get("step", 0):
    case 0: state.update(a=C(1), b=[C(2), C(3)])
    case 1: state["c"], state["a"].n = C(4), 5
    case 2: del state["a"], state["b"]
    case 3: del state["c"]
state["step"] = state.get("step", 0) + 1
"""
    session.run(script)
    assert len(session.definitions) == 1
    before = dict(session.memory.stored)
    session.run(script)
    changed = {name for name, new in session.memory.stored.items() if before.get(name) != new}
    assert changed == {"pa", "pc", "pstep"}
    session.move()
    session.run(script)
    assert len(session.definitions) == 1
    session.run(script)
    assert session.memory.stored.keys() == {"pstep"}


def test_s13_definitions_that_others_refer_to_stay_with_them(session: Session) -> None:
    script = "class B:\n  n = 3\nclass C(B):\n  pass\n"
    session.run(script + "state['c'] = C()")
    assert len(session.definitions) == 2
    session.move()
    session.run("state['other'] = 1")
    session.move()
    assert session.memory.state["c"].n == 3


def test_s13_what_only_the_process_has_is_not_dragged_in(session: Session) -> None:
    session.run(
        "import threading\nlock = threading.Lock()\nbig = bytes(900_000)\n"
        "def f(): return lock.locked() or len(big)\n"
        "class C:\n  def go(self): return f()\n"
        "state['c'] = C()"
    )
    assert session.memory.encoder.new_problems() == []
    assert sum(map(len, session.memory.stored.values())) < 10_000
    session.move()
    names = session.run(
        "c = state['c']\nbig = b'ab'\nimport threading\nlock = threading.Lock()\nn = c.go()"
    )
    assert names["n"] == 2
    with pytest.raises(NameError, match="lock"):
        session.run("state['c'].go()")


def test_s13_what_cannot_be_stored_by_content_is_found_by_its_name(session: Session) -> None:
    script = "import threading\nclass C:\n  lock = threading.Lock()\n"
    session.run(script + "state['c'] = C()")
    assert session.memory.encoder.new_problems() == []
    session.move()
    names = session.run(
        "found = 'c' in state\n"
        "try: state['c']\n"
        "except Exception as e: error = e\n" + script + "ok = isinstance(state['c'], C)"
    )
    assert names["found"]
    assert isinstance(names["error"], UnreadableSessionStateError)
    assert "the script does not define C" in str(names["error"])
    assert names["ok"]


def test_s13_code_of_another_python_is_never_run(
    session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    script = "class C:\n  def go(self): return 1\n"
    monkeypatch.setattr(picklers, "PYTHON", "cpython-309 00")
    session.run(script + "state['c'] = C()")
    monkeypatch.setattr(unpickler, "PYTHON", "cpython-311 ff")
    session.move()
    names = session.run(
        "try: state['c']\nexcept Exception as e: error = str(e)\n"
        + script.replace("1", "2")
        + "n = state['c'].go()"
    )
    assert "another Python (cpython-309)" in names["error"]
    assert names["n"] == 2


def test_s13_the_same_source_has_the_same_content_in_each_process(tmp_path: Path) -> None:
    program = (
        "import sys\nfrom types import ModuleType\nfrom ostinato.state.content import Content\n"
        "for source, *_ in eval(sys.stdin.read()).values():\n"
        "  m = sys.modules['__main__'] = ModuleType('__main__')\n  exec(source, vars(m))\n"
        "  own = [x for x in vars(m).values() if getattr(x, '__module__', 0) == '__main__']\n"
        "  own = [x for x in own if isinstance(x, type) or type(x).__name__ == 'function']\n"
        "  print([Content(x).digest for x in own])"
    )
    digests = {
        subprocess.run(
            [sys.executable, "-c", program],
            input=repr(TABLE),
            env={"PYTHONHASHSEED": seed, "PATH": ""},
            check=True,
            capture_output=True,
            text=True,
        ).stdout
        for seed in ("1", "2", "3")
    }
    assert len(digests) == 1
    assert digests.pop().count("'c") > 20


def test_s13_a_class_of_an_earlier_run_is_known_when_the_script_was_cut(session: Session) -> None:
    script = "class C:\n  n = 1\n"
    session.run(script + "state['c'] = C()")
    session.run("state['c'].x = 2")
    session.move()
    names = session.run(script + "c = state['c']")
    assert type(names["c"]) is names["C"]
    assert names["c"].x == 2


def test_s15_a_copy_has_its_own_definitions(session: Session) -> None:
    session.run("class C:\n  n = 4\nstate['c'] = C()")
    copy = Memory(session.memory.stored, session="copy", source="session")
    copy.end_run()
    again = Memory(copy.stored, session="copy")
    assert again.state["c"].n == 4
    again.end_run()
    assert Memory(again.stored, session="copy").state["c"].n == 4


def test_a_store_that_lost_all_gets_definitions_too(session: Session) -> None:
    session.run("class C:\n  n = 4\nstate['c'] = C()")
    session.move()
    everything = session.memory.encoder.everything(session.memory.state)
    assert Memory({k: v for k, v in everything.items() if v}).state["c"].n == 4


def test_a_class_of_an_old_run_does_not_keep_all_its_names_alive(session: Session) -> None:
    class Large:
        pass

    session.run("class C:\n  def go(self): return large\n")
    alive = []
    for _ in range(3):
        large = Large()
        alive.append(weakref.ref(large))
        sys.modules["large_of_test"] = large  # type: ignore[assignment]
        session.run(
            "import large_of_test as large\n"
            "class C:\n  def go(self): return large\n"
            "state['c'] = C()"
        )
        del large
    del sys.modules["large_of_test"]
    session.memory.state["c"] = 1
    session.memory.end_run()
    session.memory.end_run()
    session.names = {}
    sys.modules["__main__"] = ModuleType("__main__")
    gc.collect()
    assert [ref() for ref in alive] == [None] * 3


CLOSURES = {
    "a closure": "def make(n):\n  def go(): return n\n  return go\nstate['it'] = make({n})",
    "a class": "class C:\n  def go(self): return {n}\nstate['it'] = C()",
    "another line": "{lines}def go(): return 1\nstate['it'] = go",
    "what cannot be stored": "def go(lock=LOCK): return {n}\nstate['it'] = go",
}


@pytest.mark.parametrize("script", CLOSURES.values(), ids=CLOSURES.keys())
def test_n08_what_differs_in_each_run_does_not_pile_up(session: Session, script: str) -> None:
    start = "import threading\nLOCK = threading.Lock()\n"
    for n in range(200):
        session.run(start + script.format(n=n, lines="\n" * n))
    known = session.memory.encoder._ledger.definitions  # noqa: SLF001
    assert max(len(known._likenesses), len(known._versions)) < 100  # noqa: SLF001
    assert len(session.memory.stored) < 10


def test_s13_what_is_stored_is_known_in_spite_of_what_comes_and_goes(session: Session) -> None:
    script = "class C:\n  n = 1\nstate.setdefault('old', C())\n"
    session.run(script)
    before = {name: session.memory.stored[name] for name in session.definitions}
    for n in range(300):
        session.run(f"{script}class D:\n  n = {n}\nstate['it'] = D()")
    assert before.items() <= session.memory.stored.items()
    session.move()
    session.run("class C:\n  n = 2\nstate['seen'] = state['old'].n")
    assert session.memory.state["seen"] == 2


def test_s11_what_changes_in_a_class_is_stored_too(session: Session) -> None:
    script = """
class C:
    made = []
state.setdefault("c", C())
type(state["c"]).made.append(len(type(state["c"]).made))
made = list(type(state["c"]).made)
"""
    for count in range(1, 4):
        for _ in range(2):
            names = session.run(script)
        assert names["made"] == [*range(2 * count)]
        session.move()
        assert len(session.definitions) == 1


def test_s11_what_changes_in_a_class_after_it_was_looked_up_is_stored(session: Session) -> None:
    script = """
class C:
    made = []
if "c" not in state:
    state["c"] = C()
else:
    state["c"]
    C.made.append(1)
    state["d"] = C()
"""
    session.run(script)
    session.move()
    session.run(script)
    session.move()
    assert type(session.memory.state["d"]).made == [1]
    assert type(session.memory.state["c"]).made == [1]


CHANGES = {
    "a method": ("def go(self): return 1", "def go(self): return 2"),
    "a default": ("def go(self, x=1): return x", "def go(self, x=2): return x"),
    "a keyword": ("def go(self, *, x=1): return x", "def go(self, *, x=2): return x"),
    "a constant": ("n = 1", "n = 2"),
    "its kind": ("n = 1", "n = True"),
    "an attribute": ("n = 1", "m = 1"),
    "a tuple": ("n = (1, 2)", "n = (1, 3)"),
    "a property": ("p = property(lambda self: 1)", "p = property(lambda self: 2)"),
    "a static method": ("s = staticmethod(len)", "s = staticmethod(max)"),
    "slots": ("__slots__ = ('a',)", "__slots__ = ('b',)"),
    "annotations": ("n: int", "n: str"),
    "generic annotations": ("n: list[int]", "n: list[str]"),
    "text": ("'one'", "'two'"),
    "a list": ("n = [1]", "n = [2]"),
    "a closure": ("go = (lambda n: lambda self: n)(1)", "go = (lambda n: lambda self: n)(2)"),
}


@pytest.mark.parametrize("name", CHANGES)
@pytest.mark.parametrize("decorator", ["", "@__import__('dataclasses').dataclass\n"])
def test_s13_another_content_has_another_definition(
    session: Session, name: str, decorator: str
) -> None:
    if decorator and name == "a list":
        pytest.skip("a dataclass takes no list as default")
    bodies = [f"{decorator}class C:\n  {body}\n" for body in CHANGES[name]]
    for _ in range(2):
        for index, body in enumerate(bodies):
            session.run(f"{body}state['{index}'] = C")
    assert len(session.definitions) == 2


@pytest.mark.parametrize("entry", ["dnames", "dc", "df"])
def test_s13_damage_to_what_stands_beside_harms_nothing_else(session: Session, entry: str) -> None:
    source = "def price(): return 3\nclass C:\n  def total(self): return price()\n"
    session.run(source + "state['c'] = C()\nstate['n'] = 1")
    stored = session.memory.stored
    for name in [name for name in stored if name.startswith(entry)]:
        stored[name] = stored[name][:-1] + b"?"
    session.move()
    session.run("state['n'] += 1")
    names = session.run(source + "total = state['c'].total()\nstate['n'] += 1\nstate['c'].x = 1")
    assert names["total"] == 3
    assert session.memory.state["n"] == 3


def test_threads_find_the_names_of_the_script(session: Session) -> None:
    session.run("def g(): return 3\ndef f(): return g()\nstate['f'] = f")
    session.move()
    found: list[int] = []
    f = session.memory.state["f"]
    thread = threading.Thread(target=lambda: found.append(f()))
    thread.start()
    thread.join()
    assert found == [3]
