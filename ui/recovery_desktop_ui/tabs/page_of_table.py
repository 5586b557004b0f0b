"""Which page shows the rows of which table: where an undo, a check or a search hit leads."""

from recovery_desktop.records.base import Record

_PAGES = {
    "client": "client contact_point allergy episode level_of_care",
    "overview": "contact contact_objective counseling_note set_aside",
    "diagnoses": "diagnosis co_occurring care_team_member medication test_result",
    "therapies": "service safety_step",
    "family": "support_person release family_session session_person social_need referral",
    "goals": "need goal objective intervention progress finding",
    "aftercare": "aftercare_step prevention_entry follow_up discharge_criterion",
    "plan": "plan_version override looked_at plan_review goal_review",
}
_PAGE_OF = {table: page for page, tables in _PAGES.items() for table in tables.split()}


def page_of(model: type[Record] | None) -> str:
    """The key of the page that shows rows of a model; the assessment has all that is not named."""
    return "overview" if model is None else _PAGE_OF.get(model._meta.table_name, "assessment")
