"""Imports run one way, and the library and the plain commands never load the screen."""

from __future__ import annotations

import ast
import subprocess
import sys
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parent.parent / "tui" / "variorum"

# Each layer may import those of the levels before its own, never a sibling on the same level.
LEVELS = (
    ("errors", "version", "collecting"),
    ("text",),
    ("engine",),
    ("config", "paths"),
    ("reading", "library", "export"),
    ("view",),
    ("ui",),
    ("cli",),
)
VIEW_LEVELS = ((), ("layout",), ("reducing",), ("painting", "keeping"), ("lists",))
"""The folders of `view/`: what lies beside them comes first."""
LEVEL = {name: level for level, names in enumerate(LEVELS) for name in names}
SCREENS = {"rich", "textual", "sqlite3"}


def _imports(path: Path) -> set[str]:
    found: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: relative import"
            found.add(node.module or "")
    return found


def _modules() -> list[Path]:
    return [
        p
        for p in sorted(PACKAGE.rglob("*.py"))
        if p.relative_to(PACKAGE).parts[0] not in ("__init__.py", "__main__.py")
    ]


@pytest.mark.parametrize("path", _modules(), ids=lambda p: str(p.relative_to(PACKAGE)))
def test_imports_run_one_way(path: Path) -> None:
    own = path.relative_to(PACKAGE).parts[0].removesuffix(".py")
    for name in _imports(path):
        parts = name.split(".")
        if parts[0] == "variorum" and len(parts) > 1 and parts[1] != own:
            assert LEVEL[parts[1]] < LEVEL[own], f"{own} imports {name}"
        if own in ("engine", "errors", "config", "paths"):
            assert parts[0] not in SCREENS, f"{own} imports {name}"
        if own not in ("ui", "cli"):
            assert parts[0] != "textual", f"{own} imports {name}"


def test_no_two_modules_need_each_other() -> None:
    """Neither at the top, nor inside functions, nor for types only: what goes in a circle is one thing or three."""
    paths = {".".join(p.relative_to(PACKAGE.parent).with_suffix("").parts): p for p in PACKAGE.rglob("*.py")}
    paths = {name.removesuffix(".__init__"): path for name, path in paths.items()}
    needs = {name: _modules_imported(path, set(paths)) - {name} for name, path in paths.items()}
    while free := [name for name, needed in needs.items() if not needed & set(needs)]:
        for name in free:
            del needs[name]
    assert not needs, "in a circle, or leading to one"


def _modules_imported(path: Path, modules: set[str]) -> set[str]:
    """What a file imports from; where that is a module of a package, not the package."""
    nodes = [node for node in ast.walk(ast.parse(path.read_text("utf-8"))) if isinstance(node, ast.ImportFrom)]
    names = {(node.module or "", f"{node.module}.{alias.name}") for node in nodes for alias in node.names}
    return {name if name in modules else module for module, name in names}


def test_the_folders_of_view_import_one_way() -> None:
    order = {name: level for level, names in enumerate(VIEW_LEVELS) for name in names}
    for path in sorted((PACKAGE / "view").rglob("*.py")):
        own = path.relative_to(PACKAGE / "view").parts[0]
        for name in _imports(path):
            parts = name.split(".")
            if parts[:2] == ["variorum", "view"] and len(parts) > 2 and parts[2] != own:
                assert order.get(parts[2], 0) < order.get(own, 1), f"view/{own} imports {name}"


@pytest.mark.parametrize(
    "code",
    [
        "import variorum",
        "import variorum; variorum.compare; variorum.read",
        "from variorum.__main__ import main; from glob import glob"
        "; sys.argv[1:] = ['compare', *glob('seeds/*.txt')]; main()",
    ],
)
def test_loads_no_screen(code: str) -> None:
    assert "textual" not in _loaded_by(f"import sys; from pathlib import Path; {code}")


def test_files_are_compared_without_what_other_sources_need() -> None:
    command = "sys.argv[1:] = ['compare', '--json', *glob('seeds/*.txt')]; main()"
    loaded = _loaded_by(f"import sys; from glob import glob; from variorum.__main__ import main; {command}")
    assert "variorum.export.formats.json" in loaded
    assert not loaded & {"platformdirs", "tempfile", "uuid", "subprocess", "variorum.reading.network.web"}


def test_the_reader_opens_without_what_its_first_frame_does_not_show() -> None:
    loaded = _loaded_by("import variorum.cli.read, variorum.ui.app")
    assert not loaded & {"sqlite3", "tomllib", "json", "lxml", "variorum.library", "variorum.export"}
    assert not loaded & {"variorum.engine.pair", "variorum.engine.story", "variorum.engine.spans"}
    assert not loaded & {
        "variorum.view.lists.table",
        "variorum.ui.commands.lists",
        "variorum.ui.screens.dialog",
        "variorum.ui.front",
    }


def _loaded_by(code: str) -> set[str]:
    """The modules that are loaded when some code has run."""
    script = f"{code}\nimport sys; sys.stderr.write(' '.join(sys.modules))"
    done = subprocess.run(
        [sys.executable, "-c", script],
        cwd=PACKAGE.parent.parent,
        env={"PYTHONPATH": "tui"},
        capture_output=True,
        text=True,
        check=True,
    )
    return set(done.stderr.split())
