"""The forms of what stands beside the diagnoses: pairs, care team, medicines."""

from PySide6.QtWidgets import QWidget

from recovery_desktop.text import N_
from recovery_desktop_ui.editing.checklist import Then
from recovery_desktop_ui.editing.composing import After, Beside, Fields, Wide, composed_form, part
from recovery_desktop_ui.editing.form import Form
from recovery_desktop_ui.editing.stops import Stops
from recovery_desktop_ui.parts.layouts import col, hold

_PAIR = (
    part("", Fields(("use_disorder", "condition"))),
    part("", Fields(("came_first", "drives", "treated_by", "integrated_step"))),
)
_TEAM_MEMBER = (part("", Fields(("name", "role")), Fields(("organization", "phone")), Wide("treats")),)
_TAKEN = ("taking", "stopped")
_WEIGHED = {"taking": "known", "stopped": ""}
_STOPPED = Then("status", ("stopped_on",), answers=("stopped",))
_MEDICINE = (
    part("", Fields(("name", "purpose")), Fields(("dose", "frequency"))),
    part(
        N_("Prescribed and taken"),
        Fields(("status", "prescriber")),
        After(Then("status", (), answers=_TAKEN), (Beside("started_on", After(_STOPPED)),)),
        After(Then("status", ("as_prescribed", "kept"), answers=_TAKEN)),
    ),
)


def pair_form(form: Form) -> QWidget:
    """A use disorder and another condition, and how they go together."""
    return composed_form(form, _PAIR)


def team_member_form(form: Form) -> QWidget:
    """Who it is, how to reach them, and what they treat."""
    return composed_form(form, _TEAM_MEMBER)


def medicine_form(form: Form) -> QWidget:
    """The medicine and what it is for; since when and how it is taken, unless it is still to be asked about.

    Above stands what a safety rule speaks against: of what is taken already only what is known.
    """
    medicine = composed_form(form, _MEDICINE)
    stops = Stops(form, lambda row: row.client_id, lambda row: _WEIGHED.get(row.status, "all"))
    return hold(col(stops, medicine, gap=10))
