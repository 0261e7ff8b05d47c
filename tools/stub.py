"""The stub of `Container`: its methods are the element functions, so that editors know them."""

import ast
import builtins
import inspect
import subprocess
import sys
from collections.abc import Callable, Iterator
from typing import Any

from ostinato.run import container
from ostinato.run.absent import NOT_YET
from ostinato.run.container import elements

HEADER = '"""Made by `make generate` from the element functions. Do not edit."""'


def container_stub() -> str:
    """Give the text of `container.pyi`."""
    own = ast.parse(inspect.getsource(container))
    imports: dict[str, str] = dict(_imports(own))
    methods: list[str] = []
    for name in sorted(elements):
        if not name.startswith("_"):
            methods.append(_method(elements[name], imports))
    body = [_declaration(node, methods) for node in own.body if not _is_import(node)]
    text = "\n".join(part for part in body if part)
    used = _names(ast.parse(text)) & imports.keys() - {"Container"}
    return _formatted("\n".join([HEADER, *(imports[name] for name in used), text, ""]))


def _method(function: Callable[..., Any], imports: dict[str, str]) -> str:
    """Write one element function as a method, and note what its annotations need."""
    module = inspect.getmodule(function)
    assert module is not None
    definition = ast.parse(inspect.getsource(function)).body[0]
    assert isinstance(definition, ast.FunctionDef)
    definition.decorator_list.clear()
    definition.args.args.insert(0, ast.arg("self"))
    definition.body = [ast.Expr(ast.Constant(...))]
    sources = dict(_imports(ast.parse(inspect.getsource(module))))
    for name in _names(definition) - set(dir(builtins)):
        line = sources.get(name, f"from {module.__name__} import {name}")
        if imports.setdefault(name, line) != line:
            raise ValueError(f"stub: {name} means two things: {imports[name]} and {line}")
    return ast.unparse(definition)


def _declaration(node: ast.stmt, methods: list[str]) -> str:
    """Write what the stub says of one statement of the module."""
    match node:
        case ast.ClassDef(name="Container"):
            kept = [item for item in node.body if _is_public_method(item)]
            to_come = [f"{name}: Any" for name in sorted(NOT_YET)]
            lines = [_signature(item) for item in kept] + methods + to_come
            return "class Container:\n    node: Node | None\n" + _indent("\n".join(lines))
        case ast.FunctionDef():
            return _signature(node)
        case ast.AnnAssign(target=ast.Name(id=name)) if not name.startswith("_"):
            return f"{ast.unparse(node.target)}: {ast.unparse(node.annotation)}"
        case ast.Assign(targets=[ast.Name(id="sidebar")]):
            return "sidebar: Container"
        case ast.Assign():
            return ast.unparse(node)
        case _:
            return ""


def _is_public_method(item: ast.stmt) -> bool:
    return isinstance(item, ast.FunctionDef) and item.name in ("__init__", "__enter__", "__exit__")


def _signature(node: ast.stmt) -> str:
    assert isinstance(node, ast.FunctionDef)
    bare = ast.FunctionDef(
        node.name, node.args, [ast.Expr(ast.Constant(...))], [], node.returns, lineno=0
    )
    return ast.unparse(bare)


def _imports(module: ast.Module) -> Iterator[tuple[str, str]]:
    """Give each imported name with the statement that imports it alone."""
    for node in ast.walk(module):
        if isinstance(node, ast.ImportFrom):
            for alias in node.names:
                as_name = f" as {alias.asname}" if alias.asname else ""
                line = f"from {node.module} import {alias.name}{as_name}"
                yield alias.asname or alias.name, line
        elif isinstance(node, ast.Import):
            for alias in node.names:
                yield alias.asname or alias.name, f"import {alias.name}"


def _names(node: ast.AST) -> set[str]:
    return {each.id for each in ast.walk(node) if isinstance(each, ast.Name)}


def _formatted(text: str) -> str:
    """Sort imports and break lines as in any other file."""
    for command in (["check", "--select", "I,UP", "--fix", "--quiet"], ["format", "--quiet"]):
        ruff = ["ruff", *command, "--stdin-filename", "container.pyi", "-"]
        text = subprocess.run(
            [sys.executable, "-m", *ruff], input=text, capture_output=True, text=True, check=True
        ).stdout
    return text


def _is_import(node: ast.stmt) -> bool:
    return isinstance(node, ast.Import | ast.ImportFrom)


def _indent(text: str) -> str:
    return "\n".join(f"    {line}" for line in text.splitlines())
