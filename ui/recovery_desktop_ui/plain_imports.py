"""Takes PySide6's hook off Python's imports: it reads the source of every module that is imported, to find those that
ask for PySide's own `__feature__`s. None of ours does, and reading costs a fifth of the start.

Where PySide6 sets no hook there is nothing to take off.
"""

import builtins

from recovery_desktop_ui.kept_code import kept_code

with kept_code():
    import PySide6.QtCore  # noqa: F401 - sets the hook


def use_plain_imports() -> None:
    """Python's own import again."""
    builtins.__import__ = getattr(builtins, "__orig_import__", builtins.__import__)
