"""Fields of a form side by side, as many as there is room for."""

from collections.abc import Sequence
from typing import Any

from recovery_desktop_ui.editing.form import Form
from recovery_desktop_ui.parts.layouts import Columns


def across(form: Form, *names: str, least: int = 216, shares: Sequence[int] = (), **hints: Any) -> Columns:
    """The named fields in columns of at least that width; `hints` go to all of them."""
    return Columns(*(form.field(name, **hints) for name in names), least=least, gap=16, shares=shares)
