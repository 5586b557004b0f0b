"""PySide6's own modules are compiled once, and again only where their text is another one."""

import os
import subprocess
import sys
from pathlib import Path

from recovery_desktop_ui.kept_code import kept_code

ROOT = Path(__file__).parents[2]
START = """
import sys
compiled = []
sys.addaudithook(lambda event, about: event == "compile" and compiled.append(str(about[1])))
sys.path[:0] = [ROOT, UI]
import recovery_desktop_ui
from shibokensupport.signature import mapping
print(mapping.__name__, *(name for name in compiled if "shibokensupport" in name))
"""


def compiled_at_a_start(kept: Path) -> list[str]:
    """The modules of PySide6's archive that a new process compiles, which keeps code in a folder; the first is what
    one of them calls itself."""
    code = f"ROOT, UI = {str(ROOT)!r}, {str(ROOT / 'ui')!r}\n{START}"
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    environment["PYTHONPYCACHEPREFIX"] = str(kept)
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, env=environment)
    return done.stdout.split()


def test_they_are_compiled_at_the_first_start_alone(tmp_path: Path) -> None:
    name, *first = compiled_at_a_start(tmp_path)
    assert name == "shibokensupport.signature.mapping"
    assert any(each.endswith("shibokensupport.signature.mapping.py") for each in first)
    assert compiled_at_a_start(tmp_path) == [name]


def test_another_text_is_compiled_anew() -> None:
    found: list[object] = []
    with kept_code():
        for text in (b"found.append('one')", b"found.append('two')", b"found.append('two')"):
            exec(compile(text, "shibokensupport/of_no_use.py", "exec"), {"found": found})
    assert found == ["one", "two", "two"]


def test_python_s_own_compiling_is_back_afterwards() -> None:
    real = compile
    with kept_code():
        assert compile is not real
        assert eval(compile("1 + 1", "elsewhere", "eval")) == 2
    assert compile is real
