"""What pointers may point at, in words: the choices of a field that names another record."""

from recovery_desktop.records.practice import Staff

Options = list[tuple[int | None, str]]


def staff_options() -> Options:
    """Everybody who works in the practice, with their credential; who has left stands at the end."""
    rows = Staff.select().order_by(Staff.left_on.is_null().desc(), Staff.position, Staff.id)
    return [(row.id, ", ".join(part for part in (row.name, row.credential) if part)) for row in rows]
