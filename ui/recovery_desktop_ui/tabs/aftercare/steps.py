"""Steps of continuing care, and what has to hold before this treatment is done."""

from PySide6.QtWidgets import QWidget

from recovery_desktop.dates import short_date
from recovery_desktop.figures import figure
from recovery_desktop.plans.fit_to_life import wishes_missed, work_met
from recovery_desktop.plans.offers import Offer
from recovery_desktop.plans.phrases import between, joined, lower_first
from recovery_desktop.plans.snapshot import Entry
from recovery_desktop.records.aftercare import AftercareStep, DischargeCriterion
from recovery_desktop.text import _
from recovery_desktop_ui.editing.across import across
from recovery_desktop_ui.editing.dose import dose_row, dose_words
from recovery_desktop_ui.editing.form import Form
from recovery_desktop_ui.editing.remark import Saying
from recovery_desktop_ui.parts.layouts import Columns, col, hold
from recovery_desktop_ui.parts.row_head import RowWords
from recovery_desktop_ui.tabs.aftercare.read import episode_of


def step_form(form: Form) -> QWidget:
    """All fields of a step, and below its times what speaks against them."""
    return hold(
        col(
            Columns(form.field("what"), form.field("kind"), least=300, gap=16, shares=(3, 2)),
            dose_row(form),
            Saying(form, lambda step: " ".join(against(step)), "aftercare_step.against"),
            across(form, "from_month", "until_month", "starts_on", least=200),
            across(form, "where_or_who", "places", least=300),
            form.field("fits_life"),
            gap=14,
        )
    )


def against(step: AftercareStep) -> list[str]:
    """What the record says against the times of a step; the client's word that it fits answers the wishes of before."""
    episode = episode_of(step.episode)
    wishes = "" if step.fits_life == "yes" else wishes_missed(step.timing, step.minutes, episode)
    return [words for words in (work_met(step.timing, step.minutes, episode), wishes) if words]


def against_offer(offer: Offer, episode: Entry) -> str:
    """The same of a step that is only offered."""
    timing, minutes = offer.values.get("timing", ""), offer.values.get("minutes")
    return joined([work_met(timing, minutes, episode), wishes_missed(timing, minutes, episode)], " ")


def step_words(step: AftercareStep) -> RowWords:
    """A step in one line; one that does not fit work and life asks for another way."""
    fields = step.described()
    places = joined(lower_first(fields["places"].shown([code])) for code in step.places)
    met = [words.rstrip(".") for words in against(step)]
    said = [_("does not fit work and life")] if step.fits_life == "no" else met[:1]
    parts = [*said, dose_words(step), step.where_or_who, places]
    mark = "care" if said else "done" if step.fits_life == "yes" else "started"
    return RowWords(step.what, joined(parts, " · "), months(step) or short_date(step.starts_on), mark)


def months(step: AftercareStep) -> str:
    """When in the course of time: "months 0–2", "from month 4"."""
    if step.from_month is None and step.until_month is None:
        return ""
    if step.until_month is None:
        return _("from month {month}").format(month=figure(step.from_month))
    return _("months {span}").format(span=between(step.from_month or 0, step.until_month))


def criterion_form(form: Form) -> QWidget:
    """All fields of a discharge criterion."""
    return hold(col(form.field("statement"), across(form, "discussed_on", "met", least=300), gap=14))


def criterion_words(criterion: DischargeCriterion) -> RowWords:
    """A criterion in one line."""
    talked = criterion.discussed_on
    said = _("talked through {day}").format(day=short_date(talked)) if talked else _("not talked through yet")
    met = {"yes": _("met"), "no": _("not met yet")}.get(criterion.met, "")
    marks = {"yes": "done", "no": "started"}
    return RowWords(criterion.statement, "", joined([met, said], " · "), marks.get(criterion.met, "empty"))
