"""How much care: what the Care Intensity Guide says and why, what would change it, and hours a week over time."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QLabel, QVBoxLayout, QWidget

from recovery_desktop.dates import short_date
from recovery_desktop.guidance import Answer, Guidance, Intensity
from recovery_desktop.plans.care_decisions import is_unexplained
from recovery_desktop.plans.episodes import running_episode
from recovery_desktop.plans.hours_of_care import hours_of_care
from recovery_desktop.plans.phrases import joined
from recovery_desktop.plans.snapshot import take
from recovery_desktop.records.client import LevelOfCare
from recovery_desktop.text import _
from recovery_desktop_ui.clock import today
from recovery_desktop_ui.editing.as_entry import as_entry
from recovery_desktop_ui.editing.keeper import Keeper
from recovery_desktop_ui.editing.places import Place
from recovery_desktop_ui.parts.buttons import button
from recovery_desktop_ui.parts.charts.steps import Step, Steps
from recovery_desktop_ui.parts.charts.steps_chart import StepsChart
from recovery_desktop_ui.parts.groups import group, groups
from recovery_desktop_ui.parts.layouts import Flow, clear, col, hold
from recovery_desktop_ui.parts.tab_order import tab_in_reading_order
from recovery_desktop_ui.parts.texts import text
from recovery_desktop_ui.parts.tokens import is_large, space
from recovery_desktop_ui.tabs.therapies.guided import Guided, GuidedSheet
from recovery_desktop_ui.tabs.therapies.taking import take_intensity

_UNKNOWN = "unknown"


class HowMuchSheet(GuidedSheet):
    """The guide's prompt above the hours; the decision itself is entered on the client's page."""

    go_to = Signal(object)  # Place

    def __init__(self, keeper: Keeper, guided: Guided) -> None:
        super().__init__(keeper, guided)
        self._said: object = None
        self._setting = QVBoxLayout()
        self._answers = QVBoxLayout()
        self._hours = QVBoxLayout()
        self._decide = button(_("Record a decision"), "primary", "check", does=self._record)
        self._decide.setObjectName("how_much.decide")
        self._last = button("", "link", does=self._open_last)
        self._last.setObjectName("how_much.last")
        self._changed = text("", "body", "care", wrap=True)
        self._changed.setObjectName("how_much.changed")
        decided = hold(col(self._changed, hold(Flow(self._decide, self._last, gap=16)), gap=8))
        about = text(
            _(
                "Five questions, answered from the record. A prompt for your judgement, not an order: every answer can "
                "be changed in the decision, and if you choose otherwise, say why."
            ),
            "body",
            "quiet",
            wrap=True,
        )
        self.setLayout(
            groups(
                group(_("How much care"), about, self._setting, decided, self._answers),
                group(_("Hours a week"), self._hours),
            )
        )

    def forget(self) -> None:
        self._said = None
        for place in (self._setting, self._answers, self._hours):
            clear(place)
        for each in (self._last, self._changed):
            each.hide()

    def show_guidance(self, found: Guidance) -> None:
        episode = running_episode(take(self.opened.client.id)) if self.opened is not None else None
        if episode is None:
            return
        steps = tuple(Step(one.since, one.hours, one.why) for one in hours_of_care(episode))
        last = episode.rows("levels_of_care")[-1] if episode.rows("levels_of_care") else None
        said = (found.intensity, steps, last.values if last is not None else None)
        if said == self._said:
            return
        self._said = said
        for place, made in ((self._setting, _setting), (self._answers, _answers)):
            clear(place)
            place.addWidget(made(found.intensity))
        self._tell_decision(found.intensity)
        clear(self._hours)
        self._hours.addWidget(_hours(steps))
        tab_in_reading_order(self)

    def _decision(self) -> LevelOfCare | None:
        episode = self.opened.episode if self.opened is not None else None
        rows = LevelOfCare.select().where(LevelOfCare.episode == episode)
        last: LevelOfCare | None = rows.order_by(LevelOfCare.position.desc(), LevelOfCare.id.desc()).first()
        return last

    def _tell_decision(self, found: Intensity) -> None:
        """What was decided last, and whether the guide would say something else by now."""
        last = self._decision()
        self._last.setVisible(last is not None)
        self._changed.hide()
        if last is None:
            return
        chosen = LevelOfCare.described()["chosen"].shown(last.chosen) or _("not chosen yet")
        words = _("Decided on {day}: {setting}") if last.decided_on else _("Decided: {setting}")
        said = words.format(day=short_date(last.decided_on), setting=chosen)
        self._last.setText(joined([said, _("reason missing") if is_unexplained(as_entry(last)) else ""]))
        self._last.setAccessibleName(self._last.text())
        differs = last.recommended and found.setting and last.recommended != found.setting
        self._changed.setVisible(bool(differs))
        before = LevelOfCare.described()["recommended"].shown(last.recommended)
        words = _("The guide said “{before}” at the last decision. By what is known now it says something else.")
        self._changed.setText(words.format(before=before))

    def _record(self) -> None:
        """A decision with the guide's answers, opened where it is entered."""
        found, episode = self.guided.guidance, self.opened.episode if self.opened is not None else None
        if found is None or episode is None or not self.keeper.flush():
            return
        made = take_intensity(self.keeper, episode, found.intensity)
        if made is not None:
            self.go_to.emit(Place("client", "level_of_care", LevelOfCare, made.id, "chosen"))

    def _open_last(self) -> None:
        last = self._decision()
        if last is not None:
            self.go_to.emit(Place("client", "level_of_care", LevelOfCare, last.id, "chosen"))


def _setting(found: Intensity) -> QWidget:
    """The setting and the rule that gives it."""
    setting = text(found.setting_words[:1].upper() + found.setting_words[1:], "title", wrap=True)
    setting.setObjectName("how_much.setting")
    parts: list[QWidget] = [setting]
    if found.withdrawal_words:
        first = text(_("First: {care}").format(care=found.withdrawal_words), "strong", "care", wrap=True)
        first.setObjectName("how_much.withdrawal")
        parts.insert(0, first)
    if found.rule is not None and found.setting:
        words = _("Rule {number} of the guide: {words}").format(number=found.rule, words=found.rule_words)
        parts.append(text(words, "body", "quiet", wrap=True))
    if found.provisional:
        parts.append(text(_provisional(found), "body", "care", wrap=True))
    return hold(col(*parts, gap=6))


def _answers(found: Intensity) -> QWidget:
    """The five answers, what goes on beside the setting, what would change it."""
    beside = _list(_("Along with it"), [each for each in found.tracks if each != found.withdrawal_words])
    change = _list(_("What would change this"), list(found.would_change))
    return hold(col(_table(found), *beside, *change, gap=10))


def _provisional(found: Intensity) -> str:
    open_ones = sum(1 for answer in found.answers if answer.level == _UNKNOWN)
    if open_ones == len(found.answers):
        return _("Nothing that the guide asks for is known yet. The assessment answers it.")
    return _("Not all answers are known yet: it is the least that is known to be needed.")


def _table(found: Intensity) -> QWidget:
    grid = QGridLayout()
    grid.setHorizontalSpacing(space(24))
    grid.setVerticalSpacing(space(8))
    grid.setColumnStretch(2, 1)
    for answer in found.answers:
        _add_answer(grid, answer)
    made = hold(grid)
    grid.setContentsMargins(0, space(6), 0, space(6))
    return made


def _add_answer(grid: QGridLayout, answer: Answer) -> None:
    """What is asked, how it is answered, and from what; below each other for large text."""
    field = LevelOfCare.described()[answer.question]
    level = field.shown(answer.level)
    reason = _("for a private reason") if answer.private else answer.reason
    title = text(field.label, "strong")
    title.setToolTip(answer.asks)
    said = text(level, "body", "quiet" if answer.level == _UNKNOWN else "ink")
    why = text("" if answer.level == _UNKNOWN else reason, "body", "quiet", wrap=True)
    said.setAccessibleName(f"{answer.asks} {level}. {why.text()}")
    at = grid.rowCount()
    top = Qt.AlignmentFlag.AlignTop
    if is_large():
        for step, each in enumerate((title, said, why)):
            grid.addWidget(each, at + step, 0, 1, 3)
    else:
        grid.addWidget(title, at, 0, top)
        grid.addWidget(said, at, 1, top)
        grid.addWidget(why, at, 2)


def _list(title: str, lines: list[str]) -> list[QWidget]:
    if not lines:
        return []
    labels: list[QLabel] = [text(f"{line[:1].upper()}{line[1:]}", "body", wrap=True) for line in lines]
    return [hold(col(4, text(title, "strong"), *labels, gap=4))]


def _hours(steps: tuple[Step, ...]) -> QWidget:
    """The chart with its sentence, or what it wants."""
    if not steps:
        words = _(
            "Hours stand here once a service that was accepted says how often, how many minutes and from which day. "
            "When one becomes more or less, its form has a button that keeps both with their dates and the reason."
        )
        return text(words, "body", "quiet", wrap=True)
    told = Steps(_("Hours of care a week"), steps, today(), unit=_("h"))
    return hold(col(StepsChart(told), text(told.sentence(), "body", "quiet", wrap=True), gap=8))
