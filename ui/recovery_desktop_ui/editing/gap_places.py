"""Where in the window something is mended that is missing before a plan is signed."""

from typing import TYPE_CHECKING

from recovery_desktop_ui.editing.places import Place

if TYPE_CHECKING:
    from recovery_desktop.plans.readiness_checks.looked import Gap


def place_of(gap: "Gap", page: str) -> Place:
    """The row and field; where there is no row yet, the part of its `page` where one is begun, and what is called so
    there."""
    table = gap.model._meta.table_name
    if gap.number:
        return Place("", "", gap.model, gap.number, gap.field)
    return Place(page, table, field=f"{table}.{gap.field}" if gap.field else table)
