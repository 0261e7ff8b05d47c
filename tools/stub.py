"""The stubs of the package and of `Container`: what type checkers and editors know of elements.

A function stands in them with the overloads that `overloads.pyi` has for it, or that follow from
what its value is at first, and as a method of `Container`. A name that is in no stub is an error to
those who check.
"""

import ast
import inspect
import subprocess
import sys
import textwrap
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import ostinato
from ostinato.run import container
from ostinato.run.container import elements

MADE = "Made by `make generate` from the element functions and tools/overloads.pyi. Do not edit."
OVERLOADS = Path(__file__).with_name("overloads.pyi").read_text(encoding="utf-8")

Origin = tuple[str, str]
"""A module, and a name in it; "" for the module itself."""


def package_stub() -> str:
    """Return the text of `ostinato/__init__.pyi`."""
    own = dict(_imports(ast.parse(inspect.getsource(ostinato))))
    names = _Names(dir(ostinato))
    reexports = [
        f"{_import(name, origin)} as {name}"
        for name, origin in own.items()
        if name in dir(ostinato) and not _headers(name)
    ]
    facts = ast.parse(f"__version__: str\n__all__ = {sorted(ostinato.__all__)!r}").body
    overloaded = [name for name in sorted(elements) if _headers(name)]
    functions = [each for name in overloaded for each in _definitions(name, names)]
    body = [*facts, *_type_variables(names), *functions]
    return _module(ostinato.__doc__, [*reexports, *names.imports()], body)


def container_stub() -> str:
    """Return the text of `container.pyi`."""
    own = ast.parse(inspect.getsource(container))
    public = sorted(name for name in elements if not name.startswith("_"))
    names = _Names(public)
    for name, origin in _imports(own):
        names.note(name, origin)
    names.note("Container", (container.__name__, "Container"))
    methods = [each for name in public for each in _definitions(name, names, is_method=True)]
    declared = [each for node in own.body for each in _declaration(node, methods)]
    body = [*_type_variables(names), *declared]
    imports = [line for line in names.imports() if f"from {container.__name__} " not in line]
    return _module(container.__doc__, imports, body)


class _Names(ast.NodeTransformer):
    """What the stub calls the things that annotations name, and where they come from.

    Args:
        taken: Names that mean something of the stub's own.
    """

    def __init__(self, taken: Iterable[str]) -> None:
        self._taken = set(taken)
        self._origins: dict[str, Origin] = {}
        self._sources: Mapping[str, Origin] = {}

    def note(self, name: str, origin: Origin) -> str:
        """Return what to call a thing: by its module too, if its name means two things."""
        if name not in self._taken and self._origins.setdefault(name, origin) == origin:
            return name
        module, original = origin
        self._origins[module] = module, ""
        return f"{module}.{original}" if original else module

    def imports(self) -> list[str]:
        """Return the statements that import all that was noted."""
        return [_import(name, origin) for name, origin in self._origins.items()]

    def rename(self, node: ast.AST, sources: Mapping[str, Origin]) -> None:
        """Call all that a definition names by what the stub calls it."""
        self._sources = sources
        self.visit(node)

    def visit_arg(self, node: ast.arg) -> ast.arg:
        """Read what annotates an argument as text, as it names what is loaded later."""
        match node.annotation:
            case ast.Constant(str(text)):
                node.annotation = ast.parse(text, mode="eval").body
        self.generic_visit(node)
        return node

    def visit_Name(self, node: ast.Name) -> ast.expr:
        """Rename one name, unless it is a builtin or a type variable."""
        if node.id not in self._sources:
            return node
        return ast.parse(self.note(node.id, self._sources[node.id]), mode="eval").body


def _definitions(name: str, names: _Names, *, is_method: bool = False) -> Iterator[ast.FunctionDef]:
    """Write an element function, with all overloads that it has.

    Raises:
        ValueError: If nothing says what it returns.
    """
    module = inspect.getmodule(elements[name])
    assert module is not None
    tree = ast.parse(inspect.getsource(module))
    defined = {each: (module.__name__, each) for each in _defined(tree)}
    sources = {**defined, **dict(_imports(tree)), **dict(_imports(ast.parse(OVERLOADS)))}
    headers = _headers(name)
    if not headers and inspect.signature(elements[name]).return_annotation is Any:
        raise ValueError(
            f"step 3: say in tools/overloads.pyi what {name} returns, which is not Any"
        )
    for header in headers or (None,):
        definition = _written(name)
        # As the package completes it.
        definition.body = [ast.Expr(ast.Constant(elements[name].__doc__))]
        if header is not None:
            _narrow(definition, header)
            definition.decorator_list.append(ast.Name("overload"))
        if header is not None and header is not headers[0]:
            # Of several overloads, editors show the text of the first.
            definition.body = [_ELLIPSIS]
        names.rename(definition, sources)
        if is_method:
            definition.args.args.insert(0, ast.arg("self"))
        yield definition


def _narrow(definition: ast.FunctionDef, header: ast.FunctionDef) -> None:
    """Set the types and defaults that an overload names, and the type of the result.

    Raises:
        ValueError: If the function has no such parameter.
    """
    parameters = _parameters(definition)
    for name, (narrow, default) in _parameters(header).items():
        if name not in parameters:
            raise ValueError(f"overloads.pyi: {definition.name} has no parameter {name!r}")
        parameters[name][0].annotation = narrow.annotation
        parameters[name] = parameters[name][0], default
    positional = [parameters[each.arg][1] for each in definition.args.args]
    definition.args.defaults = [each for each in positional if each is not None]
    definition.args.kw_defaults = [parameters[each.arg][1] for each in definition.args.kwonlyargs]
    definition.returns = header.returns


def _parameters(definition: ast.FunctionDef) -> dict[str, tuple[ast.arg, ast.expr | None]]:
    args = definition.args
    defaults = [None] * (len(args.args) - len(args.defaults)) + args.defaults + args.kw_defaults
    both = zip([*args.args, *args.kwonlyargs], defaults, strict=True)
    return {arg.arg: (arg, default) for arg, default in both}


def _declaration(node: ast.stmt, members: Sequence[ast.stmt]) -> Iterator[ast.stmt]:
    """Write what the stub of `Container` says of one statement of its module."""
    match node:
        case ast.ClassDef(name="Container", body=[doc, *own]):
            kept = [_bare(item) for item in own if getattr(item, "name", "") in _PROTOCOL]
            node.body = [doc, *ast.parse("node: Node | None").body, *kept, *members]
            yield node
        case ast.FunctionDef():
            yield _bare(node)
        case ast.AnnAssign(target=ast.Name(id=name)) if not name.startswith("_"):
            node.value = None
            yield node
        case ast.Assign(targets=[ast.Name(id="sidebar" | "bottom" as name)]):
            yield from ast.parse(f"{name}: Container").body
        case ast.Assign():
            yield node


def _written(name: str) -> ast.FunctionDef:
    return _bare(ast.parse(inspect.getsource(elements[name])).body[0])


OURS = ("element", "documented", "documented_table")
"""Decorators that change no type."""

AT_FIRST = ("index", "value")
"""Parameters that say what the value of an input is before it is used."""

_PROTOCOL = ("__init__", "__enter__", "__exit__")
_ELLIPSIS = ast.Expr(ast.Constant(...))


def _bare(node: ast.stmt) -> ast.FunctionDef:
    """Leave a function what tells its type, and its docstring."""
    assert isinstance(node, ast.FunctionDef)
    kept = [each for each in node.decorator_list if ast.unparse(each) not in OURS]
    node.decorator_list = kept
    node.body = node.body[:1] if ast.get_docstring(node) else [_ELLIPSIS]
    return node


def _type_variables(names: _Names) -> list[ast.stmt]:
    names.note("overload", ("typing", "overload"))
    made: list[ast.stmt] = [
        each for each in ast.parse(OVERLOADS).body if isinstance(each, ast.Assign)
    ]
    for each in made:
        names.rename(each, dict(_imports(ast.parse(OVERLOADS))))
    return made


def _headers(name: str) -> list[ast.FunctionDef]:
    found = [each for each in ast.parse(OVERLOADS).body if isinstance(each, ast.FunctionDef)]
    written = [each for each in found if each.name == name]
    return written if written or name not in elements else by_start(_written(name))


def by_start(definition: ast.FunctionDef) -> list[ast.FunctionDef]:
    """Return the overloads of an input whose value is None only if it is None at first."""
    value = _other_than_none(definition.returns)
    for name, (arg, default) in _parameters(definition).items():
        some = _other_than_none(arg.annotation) if name in AT_FIRST else None
        if value and some and not (default is None or ast.unparse(default) == "None"):
            text = f"""
                def {definition.name}({name}: {some} = {ast.unparse(default)}) -> {value}: ...
                def {definition.name}({name}: {some} | None) -> {value} | None: ...
            """
            made = ast.parse(textwrap.dedent(text)).body
            return [each for each in made if isinstance(each, ast.FunctionDef)]
    return []


def _other_than_none(annotation: ast.expr | None) -> str | None:
    """Return what something is that may be None too; None if it may not."""
    match annotation:
        case ast.BinOp(left=some, right=ast.Constant(None)):
            return ast.unparse(some)
    return None


def _imports(module: ast.Module) -> Iterator[tuple[str, Origin]]:
    """Yield each imported name with where it comes from."""
    for node in ast.walk(module):
        if isinstance(node, ast.ImportFrom):
            for alias in node.names:
                yield alias.asname or alias.name, (str(node.module), alias.name)
        elif isinstance(node, ast.Import):
            for alias in node.names:
                yield alias.asname or alias.name, (alias.name, "")


def _import(name: str, origin: Origin) -> str:
    module, original = origin
    if original:
        return f"from {module} import {original}" + (f" as {name}" if name != original else "")
    return f"import {module}" + (f" as {name}" if name != module else "")


def _defined(module: ast.Module) -> Iterator[str]:
    for node in module.body:
        if isinstance(node, ast.ClassDef):
            yield node.name
        elif isinstance(node, ast.Assign):
            yield from (each.id for each in node.targets if isinstance(each, ast.Name))


def _module(doc: str | None, imports: list[str], body: list[ast.stmt]) -> str:
    """Put a stub together: sorted, formatted, and without imports that nothing needs."""
    about = str(doc).partition("\n")[0]
    code = ast.unparse(ast.Module(body, []))
    text = "\n".join([f'"""{about}\n\n{MADE}\n"""', *imports, code, ""])
    for command in (["check", "--select", "I,UP,F401", "--fix", "--quiet"], ["format", "--quiet"]):
        ruff = ["ruff", *command, "--stdin-filename", "stub.pyi", "-"]
        text = subprocess.run(
            [sys.executable, "-m", *ruff], input=text, capture_output=True, text=True, check=True
        ).stdout
    return text
