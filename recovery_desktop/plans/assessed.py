"""What stands from all assessments of an episode: for each section and list, the newest that says anything."""

from recovery_desktop.plans.snapshot import Entry


def standing(episode: Entry) -> Entry | None:
    """The last assessment, with what it has not asked again taken from the earlier ones; None without any."""
    assessments = episode.rows("assessments")
    if not assessments:
        return None
    last = assessments[-1]
    whole = Entry(last.model, last.number, last.values, {})
    whole.refs = last.refs
    for assessment in assessments:
        for name, rows in assessment.lists.items():
            if any(entry.is_filled() for row in rows for entry in row.walk()):
                whole.lists[name] = rows
    return whole
