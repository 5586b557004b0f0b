"""The sections of the assessment in the order in which one asks, each with what it shows."""

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from recovery_desktop.records import health, life, person, substances
from recovery_desktop.records.assessment import Administration, Assessment, RecordedScore, Strength
from recovery_desktop.records.assessment import Section as AskedSection
from recovery_desktop.records.base import Record
from recovery_desktop.text import N_, _
from recovery_desktop_ui.editing.form import Form
from recovery_desktop_ui.editing.generated import ListOf, generated_form, generated_sheet
from recovery_desktop_ui.editing.inside import form_inside, rows_inside
from recovery_desktop_ui.editing.keeper import Keeper
from recovery_desktop_ui.editing.sections import Section
from recovery_desktop_ui.editing.sheet import Find, Sheet, the_assessment, the_episode
from recovery_desktop_ui.parts.groups import groups
from recovery_desktop_ui.parts.layouts import col, hold
from recovery_desktop_ui.parts.texts import heading, text
from recovery_desktop_ui.tabs.assessment import marks, words
from recovery_desktop_ui.tabs.assessment.areas import AreasSheet


def _assessment_sheet(keeper: Keeper) -> Sheet:
    sheet = Sheet(keeper)
    form = sheet.form_of(Assessment, the_assessment)
    sheet.setLayout(groups(hold(col(heading(_("This assessment")), generated_form(form), gap=16))))
    return sheet


def _substance_form(form: Form) -> QWidget:
    fields = generated_form(form)
    topics, place = form_inside(form, substances.UseTopics)
    place.setLayout(col(text(_("Use-disorder topics, in the same twelve months"), "strong"), generated_form(topics)))
    return hold(col(fields, place, gap=24))


def _administration_form(form: Form) -> QWidget:
    scores = rows_inside(
        form,
        RecordedScore,
        generated_form,
        words.score,
        title=_("Scores as worked out"),
        add=_("Add a score"),
        empty=_("The total, or one score for each scale, with its published meaning."),
    )
    return hold(col(generated_form(form), scores, gap=20))


_SUBSTANCES = ListOf(
    substances.Substance,
    words.substance,
    N_("Substances"),
    N_("Add a substance"),
    N_("Each substance with how much, how often and since when. Tobacco and medicines count too."),
    _substance_form,
)
_CONCERNS = ListOf(
    health.HealthConcern,
    words.concern,
    N_("Health concerns"),
    N_("Add a concern"),
    N_("Complaints and conditions of body or mind, as told, and whether somebody has looked at them."),
    generated_form,
)
_RELATIVES = ListOf(
    life.Relative,
    words.relative,
    N_("Conditions in the family"),
    N_("Add a relative"),
    N_("Relatives with a condition that matters here, such as a mother with depression."),
    generated_form,
)
_STRENGTHS = ListOf(
    Strength,
    words.strength,
    N_("Strengths"),
    N_("Add a strength"),
    N_("What the client brings: people, skills, times that went well. Goals are built on these."),
    generated_form,
)
_INSTRUMENTS = ListOf(
    Administration,
    words.administration,
    N_("Questionnaires"),
    N_("Add a questionnaire"),
    N_("Each time a questionnaire was answered: its answers in the printed order, and the scores."),
    _administration_form,
)


def _asked(section: type[AskedSection], *lists: ListOf) -> Section:
    """A section with its lists."""
    models = [each.model for each in lists]
    return Section(
        section._meta.table_name,
        section.title,
        lambda keeper: generated_sheet(keeper, the_assessment, *lists, section=section),
        marks.of_section(section, *models),
        _tables(section, *models),
    )


def _listed(part: ListOf, find: Find, mark: marks.Mark, *inside: type[Record]) -> Section:
    """A section that is a list alone."""
    build: Callable[[Keeper], Sheet] = lambda keeper: generated_sheet(keeper, find, part)  # noqa: E731
    return Section(part.model._meta.table_name, part.title, build, mark, _tables(part.model, *inside))


def _tables(*models: type[Record]) -> tuple[str, ...]:
    inside = (substances.UseTopics,) if substances.Substance in models else ()
    return tuple(model._meta.table_name for model in (*models, *inside))


SECTIONS = (
    Section("assessment", N_("This assessment"), _assessment_sheet, marks.the_assessment_itself, _tables(Assessment)),
    Section("area_of_life", N_("Areas of life"), AreasSheet, marks.of_areas, ("area_of_life",)),
    _asked(substances.SubstanceUse, _SUBSTANCES),
    _asked(health.PhysicalHealth),
    _listed(_CONCERNS, the_assessment, marks.of_list(health.HealthConcern)),
    _asked(health.PsychiatricHistory),
    _asked(health.TraumaSafety),
    _asked(health.CognitionLearning),
    _asked(life.FamilyDynamics, _RELATIVES),
    _asked(life.SocialSupport),
    _asked(life.LivingConditions),
    _asked(life.WorkSchool),
    _asked(life.MoneyLegal),
    _asked(life.Stressors),
    _asked(person.Readiness),
    _asked(person.CultureMeaning),
    _asked(person.Preferences),
    _asked(person.Hopes),
    _listed(_STRENGTHS, the_assessment, marks.of_list(Strength)),
    _listed(_INSTRUMENTS, the_episode, marks.of_instruments, RecordedScore),
)
