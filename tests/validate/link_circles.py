# SPDX-License-Identifier: MIT
"""Fails where object files need each other's symbols in a circle: no file of src may be linked only with another that
needs it.

usage: link_circles.py FOLDER      the object files under it, one for each source file
       link_circles.py --planted   a circle that must be found, compiled here
"""

import pathlib
import subprocess
import sys
import tempfile


def symbols(objects):
    """For each object file, the names that it defines for others, and those that it needs of them."""
    for path in objects:
        lines = subprocess.run(["nm", path], capture_output=True, text=True, check=True).stdout.splitlines()
        pairs = [line.split()[-2:] for line in lines]
        # Inline functions and templates (W, V, u) are in every file that uses them.
        yield path, {name for kind, name in pairs if kind in "TDBR"}, {name for kind, name in pairs if kind == "U"}


def needs(objects):
    table = list(symbols(objects))
    home = {name: path for path, defined, _ in table for name in defined}
    return {path: {home[name] for name in needed if name in home} - {path} for path, _, needed in table}


def circles(graph):
    """The strongly connected components of more than one node (Tarjan 1972)."""
    order, low, stack, found = {}, {}, [], []

    def visit(node):
        order[node] = low[node] = len(order)
        stack.append(node)
        for other in graph[node]:
            if other not in order:
                visit(other)
            if other in stack:
                low[node] = min(low[node], low[other])
        if low[node] == order[node]:
            component = stack[stack.index(node):]
            del stack[stack.index(node):]
            if len(component) > 1:
                found.append(sorted(component))

    sys.setrecursionlimit(10000)
    for node in graph:
        if node not in order:
            visit(node)
    return found


def compile_planted(folder):
    for name, other in ("a", "b"), ("b", "a"):
        source = folder / f"{name}.cpp"
        source.write_text(f"void {other}();\nvoid {name}() {{ {other}(); }}\n")
        subprocess.run(["c++", "-c", source, "-o", folder / f"{name}.o"], check=True)


def main():
    if sys.argv[1] == "--planted":
        with tempfile.TemporaryDirectory() as work:
            compile_planted(pathlib.Path(work))
            return report(pathlib.Path(work))
    return report(pathlib.Path(sys.argv[1]))


def report(folder):
    objects = sorted(folder.rglob("*.o"))
    if not objects:
        sys.exit(f"no object files under {folder}")
    found = circles(needs(objects))
    for circle in found:
        print("circle:", " ".join(str(path.relative_to(folder)) for path in circle))
    print(f"{len(found)} circles among {len(objects)} object files")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
