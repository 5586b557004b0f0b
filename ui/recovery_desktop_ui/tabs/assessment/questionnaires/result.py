"""What a questionnaire came to: the score with its band, what that means in a sentence, and how it went over time."""

from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtWidgets import QVBoxLayout, QWidget

from recovery_desktop.dates import short_date
from recovery_desktop.figures import figure
from recovery_desktop.instruments import Score
from recovery_desktop.instruments.definitions import Instrument, Scale
from recovery_desktop.instruments.scoring import DECLINED, TOTAL, answer_of
from recovery_desktop.plans.score_trends import Course
from recovery_desktop.text import _
from recovery_desktop_ui.parts.buttons import Button, button
from recovery_desktop_ui.parts.charts.table import ChartOrTable, ValueTable
from recovery_desktop_ui.parts.charts.telling import Values
from recovery_desktop_ui.parts.charts.trend import Band, Reading, Trend
from recovery_desktop_ui.parts.charts.trend_chart import TrendChart
from recovery_desktop_ui.parts.layouts import Columns, clear, col, hold, row
from recovery_desktop_ui.parts.tab_order import tab_on
from recovery_desktop_ui.parts.texts import heading, text
from recovery_desktop_ui.tabs.assessment.questionnaires.keys import called

_HARDLY = 0.05


class ResultView(QWidget):
    """Shows one administration that has its answers."""

    def __init__(self) -> None:
        super().__init__()
        self._place = col(gap=14)
        self.setLayout(self._place)
        self._items: ValueTable | None = None
        self._switch: Button
        self._below: QVBoxLayout

    def show_result(
        self, form: Instrument, found: Score, answers: Mapping[str, Any], courses: Sequence[Course]
    ) -> None:
        """`found` is what the answers come to, `courses` how the scores went over all administrations."""
        clear(self._place)
        parts = (*_scores(form, found), *_charts(courses), *self._answers(form, answers), *_sources(form, found))
        self._place.addWidget(hold(col(*parts, gap=14)))

    def _answers(self, form: Instrument, answers: Mapping[str, Any]) -> list[QWidget]:
        """A button that shows each answer: the table is made when somebody wants to see it."""
        self._items = None
        self._switch = button(_("Show each answer"), "link", "list", does=lambda: self._turn(form, answers))
        self._switch.setObjectName("result.answers")
        self._below = col(row(self._switch, None), gap=14)
        return [hold(self._below)]

    def _turn(self, form: Instrument, answers: Mapping[str, Any]) -> None:
        if self._items is None:
            self._items = ValueTable(_("Each answer"), _each_answer(form, answers), narrow_first=True)
            self._items.setObjectName("result.table")
            self._items.hide()
            self._below.addWidget(self._items)
            tab_on(self._switch, self._items)
        self._items.setVisible(self._items.isHidden())
        self._switch.setText(_("Show each answer") if self._items.isHidden() else _("Hide the answers"))


def _each_answer(form: Instrument, answers: Mapping[str, Any]) -> Values:
    heads = (_("Question"), _("Words"), _("Answer")) if form.items_shown else (_("Question"), "", _("Answer"))
    rows = ((called(item.key), item.text, _answered(form, item.key, answers)) for item in form.items)
    return Values(heads, tuple(rows))


def _answered(form: Instrument, key: str, answers: Mapping[str, Any]) -> str:
    value = answers.get(key)
    answer = answer_of(form.item(key), value)
    if answer is not None:
        return f"{answer.value} {answer.label}".strip() if isinstance(answer.value, int) else answer.label
    return _("declined") if value == DECLINED else _("not answered") if value is None else str(value)


def _scores(form: Instrument, found: Score) -> list[QWidget]:
    """The total in large, or each subscale on a line."""
    parts: list[QWidget] = []
    whole = form.scale(TOTAL)
    if found.total is not None and whole is not None:
        parts.append(_large(_out_of(found.total, whole), found.severity or ""))
    elif found.severity:
        parts.append(_large(found.severity, ""))
    if found.status != "complete":
        parts.append(text(_open_words(form, found), "strong", "care", wrap=True))
    if found.meaning:
        parts.append(text(found.meaning, "body", wrap=True))
    scales = [scale for scale in form.scales if scale.key != TOTAL]
    if scales:
        parts.append(hold(col(*(_scale_line(scale, found) for scale in scales), gap=4)))
    return [*parts, *(text(note, "body", "quiet", wrap=True) for note in found.notes)]


def _large(value: str, severity: str) -> QWidget:
    words = [text(value, "title"), *([text(severity, "heading", "quiet")] if severity else [])]
    return hold(row(*words, None, gap=12))


def _open_words(form: Instrument, found: Score) -> str:
    if found.error_items:
        return _("Not scored: check the answer to {items}.").format(items=", ".join(map(called, found.error_items)))
    missing = ", ".join(map(called, found.missing_items))
    if any(value is not None for value in found.subscales.values()):
        return _("Not answered: {items}. A scale without all its answers has no score.").format(items=missing)
    return _("Incomplete, so there is no score. Not answered: {items}.").format(items=missing)


def _scale_line(scale: Scale, found: Score) -> QWidget:
    value = found.subscales[scale.key]
    said = _out_of(value, scale) if value is not None else _("no score")
    level = found.subscale_levels.get(scale.key, "")
    name = text(scale.name, "strong", wrap=True)
    return Columns(name, text(said), text(level, "body", "quiet"), least=120, shares=(3, 2, 3))


def _out_of(value: float, scale: Scale) -> str:
    return _("{score} of {highest}").format(score=figure(value), highest=scale.high)


def _charts(courses: Sequence[Course]) -> list[QWidget]:
    """A chart for each course with more than one value, and what has changed in words above it."""
    charts = [_chart(course) for course in courses if course.since_first is not None]
    return [Columns(*charts, least=300, across=2)] if len(charts) > 1 else charts


def _chart(course: Course) -> QWidget:
    shown = ChartOrTable(TrendChart(trend_of(course)))
    shown.switch.setObjectName("result.trend_table")
    change = text(change_words(course), "body", "quiet", wrap=True)
    return hold(col(heading(course.name, shown.switch), change, shown, gap=4))


def trend_of(course: Course) -> Trend:
    """A course as the chart draws it: each band reaches to where the next begins."""
    ends = [*(at for at, _word in course.bands[1:]), course.high + 1]
    bands = (Band(at, end - 1, word) for (at, word), end in zip(course.bands, ends, strict=False))
    readings = tuple(Reading(day, value) for day, value in course.readings)
    return Trend(course.name, readings, course.high, course.low, bands=tuple(bands))


def change_words(course: Course) -> str:
    """What has changed since the first and since the last, and which way is better."""
    first, last = course.since_first, course.since_last
    if first is None or last is None:
        return ""
    since = [_("{change} since the first, {day}").format(change=_signed(first), day=short_date(course.readings[0][0]))]
    if len(course.readings) > 2:
        day = short_date(course.readings[-2][0])
        since.append(_("{change} since the last, {day}").format(change=_signed(last), day=day))
    better = _("higher is better") if course.higher_is_better else _("lower is better")
    return f"{' · '.join(since)} ({better})"


def _signed(change: float) -> str:
    if abs(change) < _HARDLY:
        return _("no change")
    return f"+{figure(change)}" if change > 0 else figure(change).replace("-", "−")


def _sources(form: Instrument, found: Score) -> list[QWidget]:
    says = _("A screening result, not a diagnosis. Scored after: {source}").format(source=found.bands_source)
    lines = [says, form.license.notice]
    return [text(line, "caption", "quiet", wrap=True) for line in lines if line]
