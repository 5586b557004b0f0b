"""The sections of the assessment in the order in which one asks, each with what it shows."""

from collections.abc import Sequence

from PySide6.QtWidgets import QBoxLayout, QWidget

from recovery_desktop.records import health, life, person, substances
from recovery_desktop.records.assessment import (
    Administration,
    AreaOfLife,
    Assessment,
    Carried,
    RecordedScore,
    ScheduledInstrument,
    Strength,
)
from recovery_desktop.records.assessment import Section as AskedSection
from recovery_desktop.records.base import Record
from recovery_desktop.text import N_, _
from recovery_desktop_ui.editing.composing import composed_form
from recovery_desktop_ui.editing.form import Form
from recovery_desktop_ui.editing.generated import ListOf, generated_form, list_on
from recovery_desktop_ui.editing.inside import form_inside
from recovery_desktop_ui.editing.keeper import Keeper
from recovery_desktop_ui.editing.sections import Section
from recovery_desktop_ui.editing.sheet import Sheet, the_assessment
from recovery_desktop_ui.parts.groups import groups
from recovery_desktop_ui.parts.layouts import col, hold
from recovery_desktop_ui.parts.texts import heading, text
from recovery_desktop_ui.tabs.assessment import marks, words
from recovery_desktop_ui.tabs.assessment.areas import AreasSheet
from recovery_desktop_ui.tabs.assessment.carried import with_carried
from recovery_desktop_ui.tabs.assessment.changes import ChangesSheet
from recovery_desktop_ui.tabs.assessment.composing import composed_section
from recovery_desktop_ui.tabs.assessment.compositions import CONCERN, SUBSTANCE, TOPICS
from recovery_desktop_ui.tabs.assessment.compositions import SECTIONS as COMPOSED
from recovery_desktop_ui.tabs.assessment.questionnaires.sheet import QuestionnairesSheet
from recovery_desktop_ui.tabs.assessment.second_look import with_second_look
from recovery_desktop_ui.tabs.assessment.topics_count import TopicsCount
from recovery_desktop_ui.tabs.assessment.z_codes import FittingCodes


def _assessment_sheet(keeper: Keeper) -> Sheet:
    sheet = Sheet(keeper)
    form = sheet.form_of(Assessment, the_assessment)
    sheet.setLayout(groups(hold(col(heading(_("This assessment")), generated_form(form), gap=16))))
    return sheet


def _areas_sheet(keeper: Keeper) -> Sheet:
    return with_carried(AreasSheet(keeper), (AreaOfLife,))


def _section_sheet(keeper: Keeper, section: type[AskedSection], *lists: ListOf) -> Sheet:
    """A section as it is composed, with its lists before all else: they are what one asks first."""
    sheet = Sheet(keeper)
    form = sheet.form_below(section, the_assessment)
    listed = [_titled(each, list_on(sheet, the_assessment, each)) for each in lists]
    sheet.setLayout(groups(composed_section(form, COMPOSED[section], *listed), gap=32))
    return sheet


def _titled(part: ListOf, rows: QWidget) -> QWidget:
    return hold(col(text(_(part.title), "strong"), rows, gap=6))


def _needs_sheet(keeper: Keeper) -> Sheet:
    """The codes stand at the end, below what was answered."""
    sheet = _section_sheet(keeper, life.SocialNeeds)
    (form,) = sheet.forms
    layout = sheet.layout()
    assert isinstance(layout, QBoxLayout)
    layout.insertWidget(1, FittingCodes(form))
    return with_carried(sheet, (life.SocialNeeds,))


def _substance_form(form: Form) -> QWidget:
    fields = hold(col(*with_second_look(form, SUBSTANCE), gap=20))
    topics, place = form_inside(form, substances.UseTopics)
    place.setLayout(col(composed_form(topics, TOPICS), TopicsCount(form, topics), gap=16))
    return hold(col(fields, place, gap=24))


def _concern_form(form: Form) -> QWidget:
    return composed_form(form, CONCERN)


_SUBSTANCES = ListOf(
    substances.Substance,
    words.substance,
    N_("Substances"),
    N_("Add a substance"),
    N_("Each substance with how much, how often and since when. Tobacco and medicines count too."),
    _substance_form,
    words.SUBSTANCE_COLUMNS,
)
_CONCERNS = ListOf(
    health.HealthConcern,
    words.concern,
    N_("Health concerns"),
    N_("Add a concern"),
    N_("Complaints and conditions of body or mind, as told, and whether somebody has looked at them."),
    _concern_form,
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


_BODY, _MIND, _PEOPLE = N_("Substances and body"), N_("Mind and feelings"), N_("People")
_DAYS, _PERSON, _MEASURED = N_("Home, work, money, law"), N_("The person"), N_("Measured and compared")


def _asked(group: str, section: type[AskedSection], *lists: ListOf) -> Section:
    """A section with its lists."""
    models = _carried(lists)
    return Section(
        section._meta.table_name,
        section.title,
        lambda keeper: with_carried(_section_sheet(keeper, section, *lists), (section, *models)),
        marks.of_section(section, *models),
        _tables(section, *models),
        group,
    )


def _carried(lists: Sequence[ListOf]) -> list[type[Carried]]:
    return [each.model for each in lists if issubclass(each.model, Carried)]


def _tables(*models: type[Record]) -> tuple[str, ...]:
    inside = (substances.UseTopics,) if substances.Substance in models else ()
    return tuple(model._meta.table_name for model in (*models, *inside))


SECTIONS = (
    Section("assessment", N_("This assessment"), _assessment_sheet, marks.the_assessment_itself, _tables(Assessment)),
    Section("area_of_life", N_("Areas of life"), _areas_sheet, marks.of_areas, ("area_of_life",)),
    _asked(_BODY, substances.SubstanceUse, _SUBSTANCES),
    _asked(_BODY, health.PhysicalHealth, _CONCERNS),
    _asked(_MIND, health.PsychiatricHistory),
    _asked(_MIND, health.TraumaSafety),
    _asked(_MIND, health.CognitionLearning),
    _asked(_PEOPLE, life.FamilyDynamics, _RELATIVES),
    _asked(_PEOPLE, life.SocialSupport),
    _asked(_DAYS, life.LivingConditions),
    _asked(_DAYS, life.WorkSchool),
    _asked(_DAYS, life.MoneyLegal),
    Section(
        "social_needs",
        life.SocialNeeds.title,
        _needs_sheet,
        marks.of_section(life.SocialNeeds),
        _tables(life.SocialNeeds),
        _DAYS,
    ),
    _asked(_PERSON, life.Stressors),
    _asked(_PERSON, person.Readiness),
    _asked(_PERSON, person.CultureMeaning, _STRENGTHS),
    _asked(_PERSON, person.Preferences),
    _asked(_PERSON, person.Hopes),
    Section(
        "administration",
        N_("Questionnaires"),
        QuestionnairesSheet,
        marks.of_instruments,
        _tables(Administration, RecordedScore, ScheduledInstrument),
        _MEASURED,
    ),
    Section("changes", N_("What changed"), ChangesSheet, lambda _opened: None, (), _MEASURED),
)
