"""How much care: each decision with its five answers and their reasons, what was suggested, what was chosen."""

from PySide6.QtWidgets import QLayout, QWidget

from recovery_desktop.dates import short_date
from recovery_desktop.plans.care_decisions import is_unexplained
from recovery_desktop.records.client import LevelOfCare
from recovery_desktop.text import _
from recovery_desktop_ui.editing.across import across
from recovery_desktop_ui.editing.as_entry import as_entry
from recovery_desktop_ui.editing.form import Form
from recovery_desktop_ui.editing.pointers import pointer_field
from recovery_desktop_ui.editing.remark import Remark
from recovery_desktop_ui.editing.sheet import the_episode
from recovery_desktop_ui.parts.editors.figure import WholeEditor
from recovery_desktop_ui.parts.groups import groups, listed
from recovery_desktop_ui.parts.layouts import Columns, col, hold
from recovery_desktop_ui.parts.row_head import RowWords
from recovery_desktop_ui.parts.texts import text
from recovery_desktop_ui.tabs.client.episode import WithinEpisode
from recovery_desktop_ui.tabs.client.guide_says import QUESTIONS, GuideSays


class LevelOfCareSheet(WithinEpisode):
    """The decisions of the current episode, first to last."""

    def compose(self) -> QLayout:
        rows = self.rows_below(
            LevelOfCare,
            the_episode,
            decision_form,
            decision_words,
            add=_("Add a decision"),
            empty=_(
                "Answer the five questions of the Care Intensity Guide, each with its reason, then choose. Therapies "
                "has them answered from the record."
            ),
        )
        return groups(listed(_("Level of care decisions"), rows))


def decision_form(form: Form) -> QWidget:
    """All fields of a decision, in the order it is made."""
    head = Columns(form.field("decided_on"), pointer_field(form, "decided_by"), least=260, gap=16)
    answers = [_answer(form, name) for name in QUESTIONS]
    rule = WholeEditor(LevelOfCare.guide_rule)
    guide = Columns(form.field("guide_edition"), form.field("guide_rule", editor=rule), least=260, gap=16)
    chosen = across(form, "recommended", "chosen", "withdrawal_suggested", "withdrawal_chosen", least=260)
    return hold(
        col(
            head,
            text(_("Five questions"), "strong"),
            *answers,
            GuideSays(form),
            text(_("Suggested and chosen"), "strong"),
            guide,
            chosen,
            Remark(form, _("It differs from what the guide suggests: say why."), _wants_reason, "level_of_care.why"),
            form.field("reason_for_difference"),
            form.field("arrangement"),
            across(form, "outside_tool", "outside_level", least=260),
            gap=14,
        )
    )


def _wants_reason(row: LevelOfCare) -> bool:
    return is_unexplained(as_entry(row))


def _answer(form: Form, name: str) -> QWidget:
    question = form.model.described()[name].label
    because = form.field(f"{name}_because", label=_("{question}: because").format(question=question))
    return Columns(form.field(name), because, least=220, gap=16, shares=(1, 2))


def decision_words(row: LevelOfCare) -> RowWords:
    """A decision in one line; one that differs from the guide wants its reason."""
    field, unexplained = row.described()["chosen"], is_unexplained(as_entry(row))
    return RowWords(
        field.shown(row.chosen) or _("Not chosen yet"),
        _("differs from the guide: reason missing") if unexplained else row.arrangement,
        short_date(row.decided_on),
        "care" if unexplained else "done" if row.chosen else "started",
    )
