"""Keeps the rules that make documents safe and quick to load, by looking at the source and at a fresh interpreter."""

import ast
import subprocess
import sys
from pathlib import Path

import recovery_desktop.documents

FOLDER = Path(recovery_desktop.documents.__file__).parent
DRAWS_TEXT = {"drawString", "drawCentredString", "drawRightString", "beginText", "drawText", "textOut", "textLine"}


def names(path: Path) -> set[str]:
    """Every name that a module uses, imports or reaches through a dot."""
    found: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Name):
            found.add(node.id)
        elif isinstance(node, ast.Attribute):
            found.add(node.attr)
        elif isinstance(node, ast.ImportFrom):
            found |= {str(node.module), *(alias.name for alias in node.names)}
        elif isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
    return found


def test_nothing_reads_markup() -> None:
    for path in FOLDER.glob("*.py"):
        used = names(path)
        assert not used & {"Paragraph", "XPreformatted", "ParaParser"}, path.name
        assert not any(name.startswith(("reportlab.platypus", "reportlab.graphics")) for name in used), path.name


def test_only_the_pen_puts_text_on_a_page() -> None:
    drawing = {path.name for path in FOLDER.glob("*.py") if names(path) & DRAWS_TEXT}
    assert drawing == {"pen.py"}


def test_the_values_of_a_plan_load_without_the_drawing_libraries() -> None:
    code = (
        "import sys, recovery_desktop.documents, recovery_desktop.documents.plan_content\n"
        "print([name for name in ('reportlab', 'pikepdf', 'PIL', 'lxml') if name in sys.modules])"
    )
    run = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=FOLDER.parents[1]
    )
    assert run.stdout.strip() == "[]"
