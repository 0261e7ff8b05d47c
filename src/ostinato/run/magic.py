"""Magic: an expression on a line of its own is shown on the page."""

import ast
from typing import TypeVar

SHOW = "__ostinato_show__"
SILENT = (ast.Call, ast.Await, ast.Yield, ast.YieldFrom)

N = TypeVar("N", ast.Module, ast.FunctionDef, ast.AsyncFunctionDef)


def add_magic(module: ast.Module) -> ast.Module:
    """Wrap each bare expression of a script in a call of `SHOW`; a tuple gives several arguments.

    Left alone are docstrings, calls and what waits, and the bodies of classes.
    """
    return ast.fix_missing_locations(_Magic().visit_body(module))


class _Magic(ast.NodeTransformer):
    def visit_ClassDef(self, node: ast.ClassDef) -> ast.AST:
        return node

    def visit_FunctionDef(self, node: ast.FunctionDef) -> ast.AST:
        return self.visit_body(node)

    def visit_AsyncFunctionDef(self, node: ast.AsyncFunctionDef) -> ast.AST:
        return self.visit_body(node)

    def visit_Expr(self, node: ast.Expr) -> ast.AST:
        value = node.value
        if isinstance(value, SILENT):
            return node
        shown = value.elts if isinstance(value, ast.Tuple) and value.elts else [value]
        call = ast.Call(func=ast.Name(id=SHOW, ctx=ast.Load()), args=shown, keywords=[])
        return ast.copy_location(ast.Expr(value=ast.copy_location(call, value)), node)

    def visit_body(self, node: N) -> N:
        start = 0 if ast.get_docstring(node, clean=False) is None else 1
        node.body[start:] = [self.visit(statement) for statement in node.body[start:]]
        return node
