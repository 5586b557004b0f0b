"""What some documents are about beside the record as a whole: one referral, one review, one release."""

from recovery_desktop.dates import short_date
from recovery_desktop.desk.refusals import NotDisclosed
from recovery_desktop.plans.episodes import running_episode
from recovery_desktop.plans.phrases import joined
from recovery_desktop.plans.snapshot import Entry
from recovery_desktop.text import N_, _

_LISTS = {"referral": "referrals", "review": "plan_reviews", "release": "releases"}
_NAMED_BY = {
    "referral": ("recipient", "made_on"),
    "plan_review": ("cause", "held_on"),
    "release": ("recipient", "signed_on"),
}
_NONE = {
    "referral": (N_("There is no referral to write about."), N_("Add the referral on Family involvement first.")),
    "release": (N_("There is no release to print."), N_("Add the release on Family involvement first.")),
}


def rows_about(document: str, client: Entry) -> list[Entry]:
    """The rows that a document may be about, the newest first; none for a document about the whole record."""
    owner = client if document == "release" else running_episode(client)
    return list(reversed(owner.rows(_LISTS[document]))) if document in _LISTS and owner is not None else []


def row_about(document: str, number: int, client: Entry) -> Entry | None:
    """The row of that number, and never another one; the newest where none is asked for. Raises NotDisclosed where the
    document cannot be without one."""
    found = next((row for row in rows_about(document, client) if number in (0, row.number)), None)
    if found is None and document in _NONE:
        cause, remedy = _NONE[document]
        raise NotDisclosed(_(cause), _(remedy))
    return found


def words_about(row: Entry) -> str:
    """A row in a few words: to whom, or why, and when."""
    what, day = _NAMED_BY[str(row.model._meta.table_name)]
    return joined([row.shown(what) or _("not named"), short_date(row[day])])
